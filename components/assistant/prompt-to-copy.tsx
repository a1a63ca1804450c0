'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import type { Prompt } from './assistant-types'

type Props = { prompts: readonly Prompt[] }

/** The prompt with the document's text, in parts where it is long. Over plain http browsers may refuse to copy: then it stays selected. */
export function PromptToCopy({ prompts }: Props) {
  const t = useTranslations('assistant')
  const [shown, setShown] = useState(0)
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set())
  const [isReady, setReady] = useState(false)
  const [result, setResult] = useState<'copied' | 'select' | null>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => setReady(true), [])
  const copy = async (at: number) => {
    setShown(at)
    if (text.current) text.current.value = prompts[at]?.prompt ?? ''
    text.current?.select()
    const outcome = await copyText(prompts[at]?.prompt ?? '')
    setResult(outcome)
    if (outcome === 'copied') setCopied((before) => new Set([...before, at]))
  }
  return (
    <div className="grid gap-3">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lead">{t('copyTitle')}</h2>
        {isReady ? (
          <div className="flex flex-wrap gap-2">
            {prompts.map((prompt, at) => (
              <Button key={prompt.prompt.slice(-80)} size="slim" onClick={() => copy(at)}>
                <CopySign isCopied={copied.has(at)} />
                {prompts.length === 1 ? t('copy') : t('copyPart', { part: at + 1, parts: prompts.length })}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
      <textarea
        ref={text}
        readOnly
        aria-label={t('prompt')}
        rows={5}
        value={isReady ? prompts[shown]?.prompt : prompts.map(({ prompt }) => prompt).join('\n\n')}
        className="w-full resize-y rounded-control border bg-surface px-4 py-3 text-label leading-[1.55] focus-visible:rounded-control focus-visible:outline-offset-1"
      />
      {prompts.length > 1 ? <Answered prompts={prompts} /> : null}
      <p className="text-caption text-ink-muted">
        {prompts.length > 1 ? `${t('parts', { parts: prompts.length })} ` : null}
        {t('private')}
      </p>
      <p role="status" className="text-label text-correct empty:hidden">
        {result ? t(result) : null}
      </p>
    </div>
  )
}

/** To go on where the last visit ended. */
function Answered({ prompts }: Props) {
  const t = useTranslations('assistant')
  return (
    <ul className="flex flex-wrap gap-x-6 text-label">
      {prompts.map(({ prompt, kept, refused }, at) => (
        <li key={prompt.slice(-80)} className={kept + refused > 0 ? undefined : 'text-ink-muted'}>
          {kept + refused > 0 ? t('partAnswered', { part: at + 1, kept, refused }) : t('partOpen', { part: at + 1 })}
        </li>
      ))}
    </ul>
  )
}

function CopySign({ isCopied }: { isCopied: boolean }) {
  const Sign = isCopied ? Check : Copy
  return <Sign aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem]" />
}
