import openai

for name in (
    "BadRequestError",
    "AuthenticationError",
    "PermissionDeniedError",
    "NotFoundError",
    "ConflictError",
    "UnprocessableEntityError",
    "RateLimitError",
    "InternalServerError",
):
    print(name, issubclass(getattr(openai, name), openai.APIStatusError))
print(issubclass(openai.APITimeoutError, openai.APIConnectionError), issubclass(openai.APIError, Exception))
