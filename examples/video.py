from ezlink import EZLink

client = EZLink()
task = client.video.create_minimax(model="video-01", prompt="A cat plays the piano")
video = task.wait(timeout=900)  # seconds; there is always an end
print(video.task_status)  # the vendor's own word; task.state says what it means
print("saved as", video.save("piano.mp4"))
