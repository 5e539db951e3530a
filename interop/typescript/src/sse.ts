// Server-sent events: bytes in, the data of complete events out.

export class EventDecoder {
  private readonly decoder = new TextDecoder(); // drops a byte order mark
  private line = "";
  private pieces: string[] = [];
  private data: string[] = [];
  private afterCr = false;

  /** The data of the events that these bytes complete. */
  feed(bytes: Uint8Array): string[] {
    return this.take(this.decoder.decode(bytes, { stream: true }));
  }

  /** The data of an event that lacks its blank line. */
  finish(): string[] {
    return this.take(`${this.decoder.decode()}\n\n`);
  }

  private take(text: string): string[] {
    const events: string[] = [];
    let start = 0;
    for (const match of text.matchAll(/\r\n|\r|\n/g)) {
      const skip = this.afterCr && match.index === 0 && match[0] === "\n";
      this.afterCr = false;
      if (!skip) this.end(text.slice(start, match.index), events);
      start = match.index + match[0].length;
    }
    if (text !== "") this.afterCr = text.endsWith("\r");
    if (start < text.length) this.pieces.push(text.slice(start));
    return events;
  }

  private end(rest: string, events: string[]): void {
    this.line = this.pieces.join("") + rest;
    this.pieces = [];
    if (this.line === "") {
      if (this.data.length > 0) events.push(this.data.join("\n"));
      this.data = [];
    } else if (this.line.startsWith("data:")) {
      this.data.push(this.line.slice(this.line.startsWith("data: ") ? 6 : 5));
    }
  }
}
