import type { Label } from '@/lib/core/item/item-label'
import { shortenedLabel } from '@/lib/core/item/shortened-label'

type ItemLabelProps = {
  label: Label | null
  /** The title in the header, which is not repeated here. */
  said: string
  /** For the question to name as its description. */
  id?: string
}

/** The label above a question, without the title if the header shows it. A long label is truncated. */
export function ItemLabel({ label, said, id }: ItemLabelProps) {
  const text = shortenedLabel(label, said)
  if (text === '') return null
  return (
    <p id={id} title={text} className="line-clamp-2 text-label leading-[1.4] font-[500] text-ink-muted">
      {text}
    </p>
  )
}
