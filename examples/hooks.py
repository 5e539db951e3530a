import logging

from ezlink import EZLink, ResponseEvent, RetryEvent

logging.basicConfig(format="%(name)s %(message)s")
logging.getLogger("ezlink").setLevel(
    logging.WARNING
)  # INFO: a line for each response; DEBUG: headers too, never the key


def measure(event: ResponseEvent) -> None:
    print(event.request.name, event.status, f"attempt {event.request.attempt}", event.seconds < 60)


def warn(event: RetryEvent) -> None:
    print(f"{event.request.name} is sent again in {event.delay:.1f} s: {event.error}")


client = EZLink(on_response=measure, on_retry=warn)
client.models.retrieve("gpt-4o")
client.embeddings.create(model="text-embedding-3-small", input="Hello")
