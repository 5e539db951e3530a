import ezlink
from ezlink import EZLink
from ezlink.models import Model

client = EZLink()
print(client.request("GET", "/v1/models/gpt-4o")["owned_by"])  # any method and path; returns dicts and lists
print(client.request("GET", "/v1/models/gpt-4o", type=Model).owned_by)  # or decodes into a type of your choice

try:
    client.request("POST", "/v1/fine_tuning/jobs", json={"model": "gpt-4o", "training_file": "file-1"})
except ezlink.APIStatusError as error:  # the same errors as everywhere
    print(error.status, error.outcome)
