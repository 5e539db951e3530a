import ezlink
from ezlink import EZLink

client = EZLink()
try:
    answer = client.images.edit(image="picture.png", mask="mask.png", prompt="A red boat in the foreground")
    print("saved as", answer.data[0].save("boat.png"))
except ezlink.NotServed as error:  # it is documented, and this gateway does not have it
    print("not served:", error.status)
