import ezlink
from ezlink import EZLink

client = EZLink(
    timeout=ezlink.Timeout(connect=5, total=60, read_idle=20),  # seconds
    default_headers={"X-Title": "demo"},
    on_deviation=print,  # called where a response differs from the specification
)
patient = client.with_options(timeout=300)  # shares the connections of client
print(patient.models.retrieve("gpt-4o", timeout=10).id)  # one call, other limits
