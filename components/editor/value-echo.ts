/** How many own texts are remembered while their echo is awaited. */
const REMEMBERED = 64;

/**
 * Tells an editor whether a value that its owner hands it is the echo of what was typed here, perhaps a few keystrokes
 * late, or a text from elsewhere (a fix, a reload). Only the latter may replace what stands in the editor: taking a late
 * echo for news would throw away the keystrokes since.
 */
export class ValueEcho {
  private awaited: string[] = [];

  /** Remembers a text that the editor has just told its owner. */
  told(text: string): void {
    this.awaited.push(text);
    if (this.awaited.length > REMEMBERED) this.awaited.shift();
  }

  /** True where the value was not told by the editor since its owner last caught up. */
  isNews(value: string): boolean {
    const index = this.awaited.lastIndexOf(value);
    this.awaited = index < 0 ? [] : this.awaited.slice(index);
    return index < 0;
  }
}
