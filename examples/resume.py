import ezlink
from ezlink import EZLink

client = EZLink()
task = client.midjourney.imagine(prompt="A lighthouse in the fog")
try:
    task.wait(timeout=8)
except ezlink.TaskTimeout as error:
    print("not done yet:", error.task_status)  # the task keeps running on the server

# Later, in another process: the id is enough.
for update in client.midjourney.resume(task.id):
    print(update.state, update.progress)
