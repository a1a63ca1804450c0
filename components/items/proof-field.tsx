import { useTranslations } from 'next-intl'
import type { Evidence, Span } from '@/lib/core/document/document'
import { withoutEmphasis } from '@/lib/core/document/emphasis'
import { Disclosure } from '../ui/disclosure'
import { SubmitButton } from '../ui/field'
import { sentencesAround, shownQuoteAt } from './document-sentences'
import { overlaps } from './highlight-text'
import { writeSpan } from './items-query'
import { FIND_PROOF, type ListedDocument, PROOF_WORDS } from './items-types'

type ProofFieldProps = {
  document: ListedDocument
  /** Chosen at first. */
  proof: Span
  /** Sentences that were looked for, the last ones first. */
  found: readonly Evidence[]
  /** They were looked for just now. */
  isFound: boolean
}

/** The sentence that proves an item, and others to choose from: those around it, and those with given words. */
export function ProofField({ document, proof, found, isFound }: ProofFieldProps) {
  const t = useTranslations('items.edit')
  const around = [proof, ...sentencesAround(document, proof)].sort((a, b) => a.start - b.start)
  const others = new Map(
    found.filter((span) => around.every((near) => !overlaps(near, span))).map((span) => [writeSpan(span), span]),
  )
  return (
    <Disclosure open={isFound} summary={<span className="text-label">{t('proof')}</span>}>
      <fieldset key={writeSpan(proof)} className="mb-2 grid gap-2">
        <legend className="sr-only">{t('proof')}</legend>
        <div className="max-h-64 overflow-y-auto rounded-control border border-edge bg-paper">
          {around.map((span) => (
            <Sentence
              key={writeSpan(span)}
              span={span}
              quote={shownQuoteAt(document, span)}
              isChosen={span === proof}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <input
            type="search"
            name={PROOF_WORDS}
            aria-label={t('proofWords')}
            placeholder={t('proofWords')}
            className="min-h-11 min-w-0 flex-[1_1_12rem] rounded-control border border-edge bg-paper px-3 text-label placeholder:text-ink-muted"
          />
          <SubmitButton variant="secondary" size="slim" name={FIND_PROOF} value="1">
            {t('findProof')}
          </SubmitButton>
          <p role="status" className="w-full text-label text-ink-muted empty:hidden">
            {isFound ? t('proofFound', { count: others.size }) : null}
          </p>
        </div>
        {others.size > 0 ? (
          <div className="max-h-64 overflow-y-auto rounded-control border border-edge bg-paper">
            {[...others.values()].map((span) => (
              <Sentence
                key={writeSpan(span)}
                span={span}
                quote={withoutEmphasis(span.quote, { start: 0, end: span.quote.length })}
                isChosen={false}
              />
            ))}
          </div>
        ) : null}
      </fieldset>
    </Disclosure>
  )
}

type SentenceProps = { span: Span; quote: string; isChosen: boolean }

function Sentence({ span, quote, isChosen }: SentenceProps) {
  return (
    <label className="grid min-h-11 cursor-pointer grid-cols-[auto_1fr] items-start gap-3 border-t px-3 py-2 first-of-type:border-t-0 has-checked:bg-recall-3">
      <input type="radio" name="evidence" value={writeSpan(span)} defaultChecked={isChosen} className="mt-1.5 size-4" />
      <span className="font-document text-[1rem] leading-[1.5]">{quote}</span>
    </label>
  )
}
