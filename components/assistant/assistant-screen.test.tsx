import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { beforeEach, describe, expect, it } from 'vitest'
import assistant from '@/messages/en/assistant.json'
import common from '@/messages/en/common.json'
import { AssistantScreen } from './assistant-screen'
import type { ReplyOutcome, SoFar } from './assistant-types'

const CHECKED: ReplyOutcome = {
  ...{ kind: 'checked', kept: 3, beyond: 1, leftOut: 0, itemIds: ['a', 'b', 'c'], reply: 'Who? – Ada' },
  refused: [{ question: 'Why?', why: 'It says nothing.' }],
}
const NOTHING: SoFar = { kept: 0, beyond: 0, wider: null, refused: [] }
const SO_FAR: SoFar = {
  ...{ kept: 3, beyond: 1, refused: [{ question: 'Why?', why: 'It says nothing.' }] },
  wider: { depth: 'everything', items: 44, now: 20 },
}
const PROMPTS = [
  { prompt: 'The first part', kept: 3, refused: 1 },
  { prompt: 'The second part', kept: 0, refused: 0 },
]

function open({ outcome = CHECKED, soFar = NOTHING } = {}) {
  cleanup()
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, assistant } as never}>
      <AssistantScreen
        {...{ owner: 'ada', deckId: 'd', prompts: PROMPTS, soFar }}
        action={async () => outcome}
        changeDepth={async () => {}}
      />
    </NextIntlClientProvider>,
  )
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
}

const paste = (reply: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Reply' }), { target: { value: reply } })
const check = () => fireEvent.click(screen.getByRole('button', { name: assistant.check }))

describe('a pasted reply', () => {
  beforeEach(() => sessionStorage.clear())

  it('stays in the tab until it is checked', async () => {
    open()
    paste('Who? – Ada')
    expect(open().value).toBe('Who? – Ada')
    expect(screen.getByText(common.draft.note)).toBeDefined()
    check()
    await screen.findByRole('heading', { name: '3 kept 1 refused' })
    expect(open().value).toBe('')
  })

  it('stays where it could not be read', async () => {
    open({ outcome: { kind: 'rejected', reason: 'unreadable', reply: 'I am sorry.' } })
    paste('I am sorry.')
    check()
    await screen.findByText(assistant.rejected.unreadable)
    expect(open().value).toBe('I am sorry.')
  })
})

it('says how many items undo took back, and what became of the others', async () => {
  open({ outcome: { kind: 'undone', removed: 0, kept: 1, gone: 2, reply: '' } })
  paste('Who? – Ada')
  check()
  const head = await screen.findByRole('heading', { name: 'Nothing was taken back' })
  expect(head.nextSibling?.textContent).toMatch(
    /^One was studied or asked already: it is rejected.* 2 were no longer here\.$/,
  )
})

describe('an author who comes back', () => {
  it('sees what was kept of each part, what was refused, and why', () => {
    open({ soFar: SO_FAR })
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Part 1: 3 kept, 1 refused',
      'Part 2: no reply yet',
      'Why?It says nothing.',
    ])
  })

  it('may show what lies beyond the depth, and reads the number of items first', () => {
    open({ soFar: SO_FAR })
    expect(screen.getByText(/Everything shows it too: 44 items in the deck instead of 20\./)).toBeDefined()
    const form = screen.getByRole('button', { name: 'Show all 3 of them' }).closest('form')
    expect(form && [...new FormData(form)]).toEqual([
      ['deckId', 'd'],
      ['depth', 'everything'],
    ])
    open({ soFar: { ...SO_FAR, beyond: 0, wider: null } })
    expect(screen.queryByRole('button', { name: /Show/ })).toBeNull()
  })
})
