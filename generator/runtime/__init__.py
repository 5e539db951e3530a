"""What every rendered client runs on. It knows no API: names, paths and error shapes are data.

Its layers, the lowest first. A folder or module imports from its own layer and from those below it, in functions and
for type checkers too, and no imports go in a circle.

    values       http lazy
    requests     encoding errors operation transport
    responses    config protocols response streaming files polling
    clients      client
"""
