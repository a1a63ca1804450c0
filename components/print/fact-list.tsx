import { Fragment } from 'react'
import type { Paper, Printed } from '@/lib/core/item/printed'
import { Evidence } from './evidence'

/** What the document states, under its headings, with the words that say so. */
export function FactList({ printed, paper }: { printed: Extract<Printed, { kind: 'facts' }>; paper: Paper }) {
  const { title, facts } = printed
  return (
    <article className="text-sheet" data-paper={paper}>
      <h3 className="mb-4 text-title">{title}</h3>
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact is its place.
        <Fragment key={at}>
          {fact.heading && fact.heading !== facts[at - 1]?.heading ? (
            <h4 className="mt-5 mb-2 font-semibold">{fact.heading}</h4>
          ) : null}
          <div className="keep mb-3">
            <p className="leading-[1.4]">{fact.statement}</p>
            <Evidence {...fact} />
          </div>
        </Fragment>
      ))}
    </article>
  )
}
