import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { itemsAddress } from '../items/items-query'
import { ActionForm, type ActionFormProps } from '../ui/action-form'
import { ButtonLink } from '../ui/button'
import { SubmitButton } from '../ui/field'
import type { RefusedItem, ReplyOutcome, SoFar } from './assistant-types'

type Place = {
  readonly deckId: string
  readonly wider: SoFar['wider']
  /** Takes `deckId` and `depth`, and opens the items. */
  readonly changeDepth: (form: FormData) => Promise<void>
}

type ReplyResultProps = Place & {
  readonly outcome: Extract<ReplyOutcome, { kind: 'checked' | 'undone' }>
  readonly form: ActionFormProps['form']
}

/** What came of the last reply. It takes the focus; on a phone it comes first. */
export function ReplyResult({ outcome, form, ...place }: ReplyResultProps) {
  const t = useTranslations('assistant')
  const head = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each result takes the focus.
  useEffect(() => {
    head.current?.focus()
  }, [outcome])
  if (outcome.kind === 'undone') {
    const { removed, kept, gone } = outcome
    const told = [kept > 0 ? t('undoneKept', { kept }) : '', gone > 0 ? t('undoneGone', { gone }) : ''].join(' ').trim()
    return (
      <section aria-labelledby="result" className="content-start border-t-3 border-ink pt-5 max-wide:order-first">
        <h2 ref={head} id="result" tabIndex={-1} className="text-lead focus:outline-0">
          {t('undone', { removed })}
        </h2>
        {told ? <p className="mt-2 text-label text-ink-muted">{told}</p> : null}
      </section>
    )
  }
  const { kept, beyond, refused, leftOut, itemIds } = outcome
  return (
    <section
      aria-labelledby="result"
      className="grid content-start gap-4 border-t-3 border-ink pt-4 max-wide:order-first"
    >
      <h2 ref={head} id="result" tabIndex={-1} className="flex flex-wrap gap-x-6 text-display focus:outline-0">
        <span>{t('kept', { count: kept })}</span> <span>{t('refused', { count: refused.length })}</span>
      </h2>
      {leftOut > 0 ? <p className="text-label">{t('leftOut', { count: leftOut })}</p> : null}
      <WhereKept {...place} {...{ kept, beyond }}>
        <ActionForm form={form} className="grid">
          <input type="hidden" name="deckId" value={place.deckId} />
          <input type="hidden" name="undo" value={itemIds.join(' ')} />
          <input type="hidden" name="reply" value={outcome.reply} />
          <SubmitButton variant="secondary">{t('undo')}</SubmitButton>
        </ActionForm>
      </WhereKept>
      <RefusedItems refused={refused} />
    </section>
  )
}

/** What came of earlier replies, for an author who comes back. */
export function EarlierReplies({ soFar: { kept, beyond, refused }, ...place }: Place & { readonly soFar: SoFar }) {
  const t = useTranslations('assistant')
  return (
    <section aria-labelledby="earlier" className="grid content-start gap-4 border-t-3 border-line pt-4">
      <h2 id="earlier" className="text-lead">
        {t('earlier', { kept, refused: refused.length })}
      </h2>
      <WhereKept {...place} {...{ kept, beyond }} />
      <RefusedItems refused={refused} />
    </section>
  )
}

function RefusedItems({ refused }: { readonly refused: readonly RefusedItem[] }) {
  const t = useTranslations('assistant')
  if (refused.length === 0) return null
  return (
    <div>
      <h3>{t('refusedTitle')}</h3>
      <ul className="mt-1">
        {refused.map(({ question, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may ask the same.
          <li key={at} className="border-b py-3 leading-[1.45]">
            {question ? <p className="wrap-anywhere">{question}</p> : null}
            <p className="text-label text-ink-muted wrap-anywhere">{why}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

type WhereKeptProps = Place & {
  readonly kept: number
  readonly beyond: number
  /** The way back, if there is one. */
  readonly children?: ReactNode
}

/** *To check* lists only what lies within the depth of the deck; a wider depth lists them all. */
function WhereKept({ children, ...place }: WhereKeptProps) {
  const t = useTranslations('assistant')
  const { deckId, wider, kept, beyond } = place
  const waiting = kept - beyond
  const told = [
    waiting > 0 || kept === 0 ? t('wait', { count: waiting }) : '',
    beyond > 0 ? t('beyond', { count: beyond }) : '',
    beyond > 0 && wider ? t('wider', { ...wider, count: beyond }) : '',
  ]
  return (
    <>
      <p className="text-label text-ink-muted">{told.join(' ')}</p>
      {kept > 0 ? (
        <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
          {children}
          {beyond > 0 ? <ShowAll {...place} /> : null}
          {waiting > 0 ? (
            <ButtonLink variant="primary" href={itemsAddress(deckId, { show: 'to-check' })}>
              {t('look', { count: waiting })}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function ShowAll({ deckId, wider, changeDepth, kept, beyond }: WhereKeptProps) {
  const t = useTranslations('assistant')
  if (!wider) return null
  return (
    <form action={changeDepth} className="grid">
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="depth" value={wider.depth} />
      <SubmitButton variant={kept > beyond ? 'secondary' : 'primary'}>{t('showAll', { count: kept })}</SubmitButton>
    </form>
  )
}
