import type { Label } from '@/lib/core/item/label'

/** What a question is about, small and above it, without what stands on the screen already. A long one ends in dots. */
export function CardLabel({ label, said, id }: { label: Label | null; said: string; id: string }) {
  const parts = [label?.title && isSame(label.title, said) ? null : label?.title, label?.heading].filter(Boolean)
  if (parts.length === 0) return null
  const text = parts.join(' · ')
  return (
    <p id={id} title={text} className="line-clamp-2 text-label leading-[1.4] font-[500] text-ink-muted">
      {text}
    </p>
  )
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
