import workdir

workdir.enter()

# region example
import ezlink
from ezlink import EZLink

client = EZLink()
task = client.midjourney.imagine(prompt="A lighthouse in the fog --ar 3:2", mode="fast")
grid = task.wait(on_progress=ezlink.progress_bar)
print("saved as", grid.save("grid.png"))  # four pictures in one file

upscale = task.run_action("U2")  # a button of the finished task, by label: starts a new task
print("saved as", upscale.wait(on_progress=ezlink.progress_bar).save("lighthouse.png"))
# endregion
