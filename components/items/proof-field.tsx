import { useTranslations } from 'next-intl'
import type { Span } from '@/lib/core/document/document'
import { Disclosure } from '../ui/disclosure'
import { sentencesAround, shownQuoteAt } from './document-sentences'
import { writeSpan } from './items-query'
import type { ListedDocument } from './items-types'

/** The sentence that proves an item, and those around it to choose from. `proof` is chosen at first. */
export function ProofField({ document, proof }: { document: ListedDocument; proof: Span }) {
  const t = useTranslations('items.edit')
  const choices = [proof, ...sentencesAround(document, proof)].sort((a, b) => a.start - b.start)
  return (
    <Disclosure summary={<span className="text-label">{t('proof')}</span>}>
      <fieldset
        key={writeSpan(proof)}
        className="mb-2 max-h-64 overflow-y-auto rounded-control border border-edge bg-paper"
      >
        <legend className="sr-only">{t('proof')}</legend>
        {choices.map((span) => (
          <label
            key={writeSpan(span)}
            className="grid min-h-11 cursor-pointer grid-cols-[auto_1fr] items-start gap-3 border-t px-3 py-2 first-of-type:border-t-0 has-checked:bg-recall-3"
          >
            <input
              type="radio"
              name="evidence"
              value={writeSpan(span)}
              defaultChecked={span === proof}
              className="mt-1.5 size-4"
            />
            <span className="font-document text-[1rem] leading-[1.5]">{shownQuoteAt(document, span)}</span>
          </label>
        ))}
      </fieldset>
    </Disclosure>
  )
}
