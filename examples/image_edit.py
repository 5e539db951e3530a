import workdir

workdir.enter()

# region example
import ezlink
from ezlink import EZLink

client = EZLink()
try:
    response = client.images.edit(image="picture.png", mask="mask.png", prompt="A red boat in the foreground")
    print("saved as", response.data[0].save("boat.png"))
except ezlink.NotServed as error:  # documented, but not available on this gateway
    print("not served:", error.status)
# endregion
