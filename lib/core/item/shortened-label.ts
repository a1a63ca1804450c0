import type { Label } from './item-label'

// Apart from label.ts, because the browser needs this and not the words and question types behind a label.

/** What a question is about, as it stands above it: without what the screen or sheet already says (`said`); '' when nothing is left. */
export function shortenedLabel(label: Label | null, said: string): string {
  const title = label?.title && isSame(label.title, said) ? null : label?.title
  return [title, label?.heading].filter(Boolean).join(' · ')
}

/** Whether a deck has the name of its document, apart from final punctuation and capitals that a label lowers. */
function isSame(title: string, said: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^#+\s*/, '')
      .replace(/\s*[?!:.]+$/, '')
      .toLowerCase()
  return plain(title) === plain(said)
}
