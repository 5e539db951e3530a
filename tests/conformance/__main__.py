"""Render the conformance corpus: `python -m tests.conformance`."""

from __future__ import annotations

from .render import CORPUS, rendered

if __name__ == "__main__":
    files = rendered()
    for path in CORPUS.iterdir():
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (CORPUS / name).write_text(text, encoding="utf-8")
    print(f"rendered {len(files)} files in spec/published/conformance")
