import ezlink
from ezlink import EZLink
from ezlink.models import Model

client = EZLink()
print(client.request("GET", "/v1/models/gpt-4o")["owned_by"])  # any method and path; the answer as dicts and lists
print(client.request("GET", "/v1/models/gpt-4o", type=Model).owned_by)  # or as a type of your choice

try:
    client.request("POST", "/v1/fine_tuning/jobs", json={"model": "gpt-4o", "training_file": "file-1"})
except ezlink.APIStatusError as error:  # errors are what they are everywhere
    print(error.status, error.outcome)
