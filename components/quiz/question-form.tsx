'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Badge } from '@/components/ui/badge'
import { FormError } from '@/components/ui/field'
import { Autosave } from '../question-types/shared/autosave'
import type { QuizMode } from './mode-fields'

/** The outcome of sending an answer. `to`: where it leads; null to stay. */
export type Sent = { readonly problem: Problem | null; readonly to: string | null }
export type Problem = 'unanswered' | 'not-offered' | 'already-answered' | 'signed-out' | 'offline' | 'failed'

type Props = {
  /** For browsers without script: saves and redirects. */
  action: (form: FormData) => Promise<void>
  /** For browsers with script: saves, refreshes the page and returns the outcome. */
  send: (form: FormData) => Promise<Sent>
  mode: QuizMode
  /** The problem that the server found before there was any script. */
  problem: Problem | null
  children: ReactNode
}

/** The form of one question. Without a connection the answer stays in its fields and is sent when the connection is back. */
export function QuestionForm({ action, send, mode, problem, children }: Props) {
  const t = useTranslations('quiz.attempt.problem')
  const { form, said, submit } = useSending(send, problem)
  const keepSoon = useLater(() => (mode === 'test' ? submit(null) : keepInAddress(form.current)))
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    submit((event.nativeEvent as SubmitEvent).submitter)
  }
  // Each change is saved at once, typed text after a pause: a crash loses nothing in a test, a reload nothing in practice.
  const onChange = (event: FormEvent<HTMLFormElement>) => keepSoon(isTyped(event.target) ? TYPING_RESTS_MS : 0)
  return (
    <form
      ref={form}
      action={action}
      onSubmit={onSubmit}
      onChange={onChange}
      data-task="form"
      className="flex grow flex-col gap-8"
    >
      <Autosave value={() => keepSoon(TYPING_RESTS_MS)}>{children}</Autosave>
      <div className={said ? '-mb-6 order-first pt-2' : 'absolute'}>
        <FormError>{said ? t(said) : null}</FormError>
      </div>
    </form>
  )
}

const TYPING_RESTS_MS = 700

function isTyped(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'text'
}

/** In practice only Check saves an answer. Until then it is in the address, as it is without script. */
function keepInAddress(form: HTMLFormElement | null): void {
  if (!form) return
  const url = new URL(window.location.href)
  url.searchParams.delete('draft')
  for (const draft of new FormData(form).getAll('answer')) url.searchParams.append('draft', String(draft))
  window.history.replaceState(null, '', url)
}

/** Debounces: runs the function once, this long after the last call. */
function useLater(run: () => void): (waitMs: number) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (waitMs) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(run, waitMs)
  }
}

async function deliver(send: Props['send'], data: FormData): Promise<Sent> {
  try {
    return await send(data)
  } catch {
    return { problem: navigator.onLine ? 'failed' : 'offline', to: null }
  }
}

function isWaiting(problem: Problem | null): boolean {
  return problem === 'offline' || problem === 'failed'
}

function stateAfter(problem: Problem | null): SaveState {
  if (problem === 'offline') return 'offline'
  return problem === 'failed' || problem === 'signed-out' ? 'unsaved' : 'saved'
}

function useSending(send: Props['send'], problem: Problem | null) {
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const [said, setSaid] = useState(problem)
  const shownAt = useRef(0)
  const waiting = useRef<HTMLElement | null | undefined>(undefined)
  useEffect(() => {
    shownAt.current = Date.now()
  }, [])

  /** Sends the form as it is now. Returns whether another page opens. */
  const deliverNow = useCallback(
    async (submitter: HTMLElement | null) => {
      // The button may have been removed by an earlier press.
      if (!form.current || submitter?.isConnected === false) return false
      const data = new FormData(form.current, submitter)
      data.set('durationMs', String(Date.now() - shownAt.current))
      setSaveState('saving')
      const sent = await deliver(send, data)
      setSaveState(stateAfter(sent.problem))
      setSaid(sent.problem)
      if (isWaiting(sent.problem)) waiting.current = submitter
      if (sent.to) router.push(sent.to)
      return sent.to !== null
    },
    [send, router],
  )
  const press = useTurns(deliverNow)
  const submit = useCallback(
    (submitter: HTMLElement | null) => (submitter ? press(submitter) : void deliverNow(null)),
    [press, deliverNow],
  )
  useEffect(() => {
    const again = () => {
      const submitter = waiting.current
      if (submitter === undefined) return
      waiting.current = undefined
      submit(submitter)
    }
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [submit])
  return { form, said, submit }
}

/**
 * Sends one press at a time, in their order. A repeated press is dropped until the first is answered, and no press is sent
 * after one that opens another page.
 */
function useTurns(send: (submitter: HTMLElement) => Promise<boolean>): (submitter: HTMLElement) => void {
  const pressed = useRef(new Set<HTMLElement>())
  const lastTurn = useRef<Promise<boolean>>(Promise.resolve(false))
  return useCallback(
    (submitter) => {
      if (pressed.current.has(submitter)) return
      pressed.current.add(submitter)
      lastTurn.current = lastTurn.current.then(async (isLeaving) => {
        const leaves = isLeaving || (await send(submitter))
        if (!leaves) pressed.current.delete(submitter)
        return leaves
      })
    },
    [send],
  )
}

/** Shows whether the server has the answers. */
export function AnswerSavedBadge() {
  const t = useTranslations('quiz.badge')
  const state = useSaveState()
  if (state === 'saved') return <Badge kind="correct">{t('saved')}</Badge>
  const Sign = state === 'saving' ? LoaderCircle : CloudOff
  return (
    <Badge
      kind={state === 'saving' ? 'quiet' : 'wrong'}
      icon={<Sign aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem] flex-none" />}
    >
      {t(state)}
    </Badge>
  )
}

type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline'

// There is one attempt on a page: the form sets the state, the badge above it shows it.
let saveState: SaveState = 'saved'
const listeners = new Set<() => void>()

function setSaveState(next: SaveState): void {
  saveState = next
  for (const listener of listeners) listener()
}

function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, read, () => 'saved')
}

function read(): SaveState {
  return navigator.onLine ? saveState : 'offline'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
