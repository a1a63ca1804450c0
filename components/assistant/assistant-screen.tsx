'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { REPLY_CHARACTERS } from '@/lib/core/shared/input-limits'
import { ActionForm, type ActionFormProps, useActionForm } from '../ui/action-form'
import { FormError, SubmitButton, TextAreaField } from '../ui/field'
import { DraftNote, draftName, useDraft } from '../ui/form-draft'
import type { Prompt, ReplyAction, ReplyOutcome, SoFar } from './assistant-types'
import { PromptToCopy } from './prompt-to-copy'
import { EarlierReplies, ReplyResult } from './reply-result'

type Props = {
  owner: string
  deckId: string
  prompts: readonly Prompt[]
  soFar: SoFar
  action: ReplyAction
  changeDepth: (form: FormData) => Promise<void>
}

/** Copy a prompt, paste the reply, see what was kept. On a phone the result comes first. */
export function AssistantScreen({ owner, deckId, prompts, soFar, action, changeDepth }: Props) {
  const t = useTranslations('assistant')
  const form = useActionForm<ReplyOutcome>(action, { kind: 'unsent' })
  const outcome = form.state
  const place = { deckId, wider: soFar.wider, changeDepth }
  const hasEarlier = soFar.kept + soFar.refused.length > 0
  return (
    <div className="grid gap-x-16 gap-y-10 border-t pt-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="grid content-start gap-8">
        <PromptToCopy prompts={prompts} />
        {/* No region of its own: its name would be taken for that of the field. */}
        <div className="grid gap-3">
          <h2 className="text-lead">{t('pasteTitle')}</h2>
          <ReplyForm {...{ owner, deckId, outcome, form }} />
        </div>
      </div>
      {outcome.kind === 'checked' || outcome.kind === 'undone' ? (
        <ReplyResult {...place} {...{ outcome, form }} />
      ) : hasEarlier ? (
        <EarlierReplies {...place} soFar={soFar} />
      ) : (
        <aside className="text-label text-ink-muted max-wide:hidden">
          <p className="border-t-3 border-line pt-4">{t('waiting')}</p>
        </aside>
      )}
    </div>
  )
}

type ReplyFormProps = Pick<Props, 'owner' | 'deckId'> & { outcome: ReplyOutcome; form: ActionFormProps['form'] }

/** A reply stays in this tab until it is checked, also on another page. */
function ReplyForm({ owner, deckId, outcome, form }: ReplyFormProps) {
  const t = useTranslations('assistant')
  const element = useRef<HTMLFormElement>(null)
  const draft = useReplyDraft(draftName(owner, deckId, 'reply'), element, outcome)
  // The server does not read what is far longer, so it is told before it is sent.
  const [isTooLong, setTooLong] = useState(false)
  const checkLength = (event: FormEvent<HTMLFormElement>) => {
    const { length } = String(new FormData(event.currentTarget).get('reply'))
    setTooLong(length > REPLY_CHARACTERS)
    if (length > REPLY_CHARACTERS) event.preventDefault()
  }
  const refused = isTooLong ? 'too-long' : outcome.kind === 'rejected' ? outcome.reason : null
  return (
    <ActionForm ref={element} form={form} onSubmit={checkLength} onChange={draft.keep} className="grid gap-3">
      <input type="hidden" name="deckId" value={deckId} />
      {draft.isDraft && outcome.kind === 'unsent' ? <DraftNote onStartOver={draft.startOver} /> : null}
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
  )
}

/** The draft of a reply: what was checked needs none, what was taken back has it again. */
function useReplyDraft(name: string, form: RefObject<HTMLFormElement | null>, outcome: ReplyOutcome) {
  const draft = useDraft(name, form, { onClose: () => {} })
  const keepAgain = useRef(() => {})
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each outcome.
  useEffect(() => {
    if (outcome.kind === 'checked') keepAgain.current = draft.drop()
    if (outcome.kind === 'undone') keepAgain.current()
  }, [outcome])
  return draft
}
