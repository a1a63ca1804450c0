import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fold } from '../ui/fold'

/** One part of the page: a sentence that says what the picture means, the picture, and the same as a table. */
export function Part(props: {
  id: string
  title: string
  words: ReactNode
  note?: ReactNode
  table?: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations('statistics')
  return (
    <section aria-labelledby={props.id} className="grid min-w-0 content-start gap-4 border-t pt-6">
      <div className="measure grid gap-1">
        <h2 id={props.id}>{props.title}</h2>
        <p>{props.words}</p>
      </div>
      {props.children}
      {props.note ? <p className="measure text-caption text-ink-muted">{props.note}</p> : null}
      {props.table ? <Fold summary={t('table')}>{props.table}</Fold> : null}
    </section>
  )
}
