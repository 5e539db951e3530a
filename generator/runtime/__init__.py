"""What every rendered client runs on. It knows no API: names, paths and error shapes are data.

Its layers, the lowest first. A module imports from its own layer and from those below it, in functions and for type
checkers too, and no imports go in a circle.

    formats      documents encoding headers hosts lazy saving showing sniffing sse timeouts
    calls        calls event_streams forms multipart signatures task_plans
    transport    transport
    answers      decoding errors extras failures folding models pydantic_schema replies
    sending      arrival call_errors connections exchange fetching settings uploads
    results      media media_models progress senders streams tasks watching
    clients      about client client_base resources
"""
