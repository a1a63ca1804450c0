import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { PauseReason } from '@/lib/data/readings/reading-row'
import type { FailureReason } from '@/lib/model/failure'
import model from '@/messages/en/model.json'
import reading from '@/messages/en/reading.json'

// Complete by its type. `cancelled` ends a reading without a pause.
const FAILURES = Object.keys({
  unreachable: true,
  'refused-address': true,
  timeout: true,
  stalled: true,
  'too-large': true,
  'rate-limited': true,
  'out-of-credit': true,
  unauthorised: true,
  'not-found': true,
  redirected: true,
  'prompt-too-long': true,
  rejected: true,
  'server-error': true,
  'bad-reply': true,
  'cut-off': true,
  'empty-reply': true,
  declined: true,
} satisfies Record<Exclude<FailureReason, 'cancelled'>, true>)
const OTHERS = Object.keys({
  interrupted: true,
  'internal-error': true,
  'other-model': true,
  'no-model': true,
} satisfies Record<Exclude<PauseReason, FailureReason>, true>)

const keyOf = (reason: string) => reason.replaceAll('-', '_')
const UNREADABLE = /cannot be read/

describe('why there is no reply', () => {
  it.each([...FAILURES, ...OTHERS])('is told to the author in a sentence of its own: %s', (reason) => {
    const t = createTranslator({ locale: 'en', messages: reading })
    expect(UNREADABLE.test(t('why', { reason: keyOf(reason) }))).toBe(reason === 'bad-reply')
  })

  it.each(FAILURES)('is told to the operator in a sentence of its own: %s', (reason) => {
    const t = createTranslator({ locale: 'en', messages: model })
    const sentence = t('try.failedWhy', { reason: keyOf(reason), detail: 'HTTP 500' })
    expect(UNREADABLE.test(sentence)).toBe(reason === 'bad-reply')
  })
})
