import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
task = client.video.create_minimax(model="video-01", prompt="A cat plays the piano")
video = task.wait(timeout=900)  # seconds; without it a default deadline applies
print(video.task_status)  # the vendor's own word; task.state is the normalized one
print("saved as", video.save("piano.mp4"))
# endregion
