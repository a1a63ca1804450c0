'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { REPLY_CHARACTERS } from '@/lib/core/shared/input-limits'
import { itemsAddress } from '../items/items-query'
import { ActionForm, type ActionFormProps, useActionForm } from '../ui/action-form'
import { ButtonLink } from '../ui/button'
import { FormError, SubmitButton, TextAreaField } from '../ui/field'
import type { Prompt, ReplyAction, ReplyOutcome } from './assistant-types'
import { PromptToCopy } from './prompt-to-copy'

type Props = { deckId: string; prompts: readonly Prompt[]; action: ReplyAction }

/** Copy a prompt, paste the reply, see what was kept. On a phone the result comes first. */
export function AssistantScreen({ deckId, prompts, action }: Props) {
  const t = useTranslations('assistant')
  const form = useActionForm<ReplyOutcome>(action, { kind: 'unsent' })
  const outcome = form.state
  // The server does not read what is far longer, so it is told before it is sent.
  const [isTooLong, setTooLong] = useState(false)
  const checkLength = (event: FormEvent<HTMLFormElement>) => {
    const { length } = String(new FormData(event.currentTarget).get('reply'))
    setTooLong(length > REPLY_CHARACTERS)
    if (length > REPLY_CHARACTERS) event.preventDefault()
  }
  const refused = isTooLong ? 'too-long' : outcome.kind === 'rejected' ? outcome.reason : null
  const hasResult = outcome.kind === 'checked' || outcome.kind === 'undone'
  return (
    <div className="grid gap-x-16 gap-y-10 border-t pt-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="grid content-start gap-8">
        <PromptToCopy prompts={prompts} />
        {/* No region of its own: its name would be taken for that of the field. */}
        <div className="grid gap-3">
          <h2 className="text-lead">{t('pasteTitle')}</h2>
          <ActionForm form={form} onSubmit={checkLength} className="grid gap-3">
            <input type="hidden" name="deckId" value={deckId} />
            <TextAreaField
              key={outcome.kind}
              label={t('reply')}
              name="reply"
              rows={6}
              hint={t('replyHint')}
              defaultValue={outcome.kind === 'unsent' ? '' : outcome.reply}
              className="text-label"
            />
            <FormError>{refused ? t(`rejected.${refused}`, { most: REPLY_CHARACTERS }) : null}</FormError>
            <div className="max-sm:*:w-full">
              <SubmitButton variant="secondary" size="slim" pendingLabel={t('checking')}>
                {t('check')}
              </SubmitButton>
            </div>
          </ActionForm>
        </div>
      </div>
      {hasResult ? (
        <Result deckId={deckId} outcome={outcome} form={form} />
      ) : (
        <aside className="text-label text-ink-muted max-wide:hidden">
          <p className="border-t-3 border-line pt-4">{t('waiting')}</p>
        </aside>
      )}
    </div>
  )
}

type ResultProps = {
  deckId: string
  outcome: Extract<ReplyOutcome, { kind: 'checked' | 'undone' }>
  form: ActionFormProps['form']
}

function Result({ deckId, outcome, form }: ResultProps) {
  const t = useTranslations('assistant')
  const head = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each result takes the focus.
  useEffect(() => {
    head.current?.focus()
  }, [outcome])
  if (outcome.kind === 'undone') {
    return (
      <section aria-labelledby="result" className="content-start border-t-3 border-ink pt-5 max-wide:order-first">
        <h2 ref={head} id="result" tabIndex={-1} className="text-lead focus:outline-0">
          {t('undone')}
        </h2>
        {outcome.kept > 0 ? (
          <p className="mt-2 text-label text-ink-muted">{t('undoneKept', { kept: outcome.kept })}</p>
        ) : null}
      </section>
    )
  }
  const { kept, refused, leftOut, itemIds } = outcome
  return (
    <section
      aria-labelledby="result"
      className="grid content-start gap-4 border-t-3 border-ink pt-4 max-wide:order-first"
    >
      <h2 ref={head} id="result" tabIndex={-1} className="flex flex-wrap gap-x-6 text-display focus:outline-0">
        <span>{t('kept', { count: kept })}</span> <span>{t('refused', { count: refused.length })}</span>
      </h2>
      <WhereKept {...outcome} />
      {leftOut > 0 ? <p className="text-label">{t('leftOut', { count: leftOut })}</p> : null}
      {refused.length > 0 ? (
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
      ) : null}
      {kept > 0 ? (
        <div className="flex flex-wrap justify-end gap-3 max-sm:*:flex-1">
          <ActionForm form={form} className="grid">
            <input type="hidden" name="deckId" value={deckId} />
            <input type="hidden" name="undo" value={itemIds.join(' ')} />
            <input type="hidden" name="reply" value={outcome.reply} />
            <SubmitButton variant="secondary">{t('undo')}</SubmitButton>
          </ActionForm>
          <LookLink deckId={deckId} {...outcome} />
        </div>
      ) : null}
    </section>
  )
}

type Kept = Pick<Extract<ReplyOutcome, { kind: 'checked' }>, 'kept' | 'beyond'>

/** *To check* lists only what lies within the depth of the deck. */
function WhereKept({ kept, beyond }: Kept) {
  const t = useTranslations('assistant')
  return (
    <p className="text-label text-ink-muted">
      {kept > beyond || kept === 0 ? t('wait', { count: kept - beyond }) : null}{' '}
      {beyond > 0 ? t('beyond', { count: beyond }) : null}
    </p>
  )
}

function LookLink({ deckId, kept, beyond }: Kept & { deckId: string }) {
  const t = useTranslations('assistant')
  const waiting = kept - beyond
  return (
    <ButtonLink variant="primary" href={itemsAddress(deckId, waiting > 0 ? { show: 'to-check' } : {})}>
      {waiting > 0 ? t('look', { count: waiting }) : t('toDeck')}
    </ButtonLink>
  )
}
