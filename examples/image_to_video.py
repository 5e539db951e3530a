import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
task = client.stability.video.start(image="frame.jpg", motion_bucket_id=127)
video = task.wait()  # polls every ten seconds, as the documentation asks
print("saved as", video.save("frame.mp4"), video.content_type)
# endregion
