import ezlink
from ezlink import EZLink

client = EZLink()
task = client.midjourney.imagine(prompt="A lighthouse in the fog")
try:
    task.wait(timeout=8)
except ezlink.TaskTimeout as error:
    print("not done yet:", error.task_status)  # it goes on at the server

# Later, in another program: the id is all that it takes.
for update in client.midjourney.resume(task.id):
    print(update.state, update.progress)
