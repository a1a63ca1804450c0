import { Fragment } from 'react'
import { evidenceParts, type PrintedFact } from '@/lib/core/item/printed'

/** Words of the document, with what is asked of them in bold. */
export function Evidence(fact: Pick<PrintedFact, 'evidence' | 'answers'>) {
  return (
    <p className="whitespace-pre-line font-document text-label leading-[1.5]">
      {evidenceParts(fact).map(({ text, strong }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <Fragment key={at}>{strong ? <b>{text}</b> : text}</Fragment>
      ))}
    </p>
  )
}
