import json
from time import time_ns

from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode

from ezlink import EZLink, ResponseEvent
from ezlink.models import ChatCompletion


def one_line(span: object) -> str:
    shown = json.loads(span.to_json())  # type: ignore[attr-defined]
    return f"{shown['name']} {shown['status']['status_code']} {json.dumps(shown['attributes'])}\n"


provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(formatter=one_line)))
tracer = trace.get_tracer("my-program", tracer_provider=provider)
OPERATIONS = {"chat.completions.create": "chat", "embeddings.create": "embeddings"}


def record(event: ResponseEvent) -> None:
    """A span for each attempt, named and described as the semantic conventions for generative AI say."""
    call = event.request.call
    operation = OPERATIONS.get(event.request.name)
    if operation is None or call is None or not isinstance(call.content, bytes):
        return
    model = json.loads(call.content)["model"]
    attributes = {
        "gen_ai.operation.name": operation,
        "gen_ai.provider.name": "ezlink",
        "gen_ai.request.model": model,
        "http.request.resend_count": event.request.attempt - 1,
    }
    started = time_ns() - int(event.seconds * 1e9)
    span = tracer.start_span(f"{operation} {model}", kind=SpanKind.CLIENT, attributes=attributes, start_time=started)
    if event.error is not None:
        span.set_attribute("error.type", type(event.error).__name__)
        span.set_status(Status(StatusCode.ERROR, str(event.error)))
    elif isinstance(event.result, ChatCompletion) and event.result.usage is not None:
        span.set_attribute("gen_ai.response.model", event.result.model)
        span.set_attribute("gen_ai.usage.input_tokens", event.result.usage.prompt_tokens)
        span.set_attribute("gen_ai.usage.output_tokens", event.result.usage.completion_tokens)
    span.end()


client = EZLink(on_response=record)
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello"}])
