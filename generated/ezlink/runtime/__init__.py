"""Everything that a rendered client runs on. It knows no API: names, paths and error shapes are data.

Its layers, the lowest first. A folder or module imports from itself and from the layers below it, in functions and for
type checkers too, and no imports go in a circle.

    values       http migration lazy closing sleep deprecation
    transport    transport
    encoding     encoding
    operation    operation
    errors       errors
    response     response
    config       config credentials hooks
    results      streaming files polling
    client       client
    commands     batch command_line testing vendor
"""
