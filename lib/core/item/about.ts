import type { Label } from './label'

/** What a question is about, as it stands above it: without what `said`, the screen or the sheet, says already; '' when that is all. */
export function aboutOf(label: Label | null, said: string): string {
  const title = label?.title && isSame(label.title, said) ? null : label?.title
  return [title, label?.heading].filter(Boolean).join(' · ')
}

/** A deck bears the name of its document, but for marks at its end and letters that a label writes small. */
function isSame(title: string, said: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^#+\s*/, '')
      .replace(/\s*[?!:.]+$/, '')
      .toLowerCase()
  return plain(title) === plain(said)
}
