import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OptionRow } from './option-row'

const OPTION = { type: 'radio', name: 'answer', value: 'a', label: 'Issyk-Kul' } as const

describe('an option', () => {
  it('is a native radio button or checkbox named by its text, without the key', () => {
    render(<OptionRow {...OPTION} keyHint="1" />)
    expect(screen.getByRole('radio', { name: 'Issyk-Kul' })).toBeTruthy()
    render(<OptionRow {...OPTION} type="checkbox" label="Song-Kol" />)
    expect(screen.getByRole('checkbox', { name: 'Song-Kol' })).toBeTruthy()
  })

  it('says a verdict in words beside its sign, and why a wrong option is wrong', () => {
    render(
      <OptionRow
        {...OPTION}
        checked
        disabled
        verdict={{ kind: 'wrong', tag: 'Your answer', reason: 'Too shallow.' }}
      />,
    )
    const row = screen.getByRole('radio').closest('label')
    expect(row?.textContent).toContain('Your answer')
    expect(row?.textContent).toContain('Too shallow.')
    expect(row?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(screen.getByRole<HTMLInputElement>('radio').disabled).toBe(true)
  })

  it('shows no sign and no key for an option that was neither right nor chosen', () => {
    const { container } = render(<OptionRow {...OPTION} keyHint="1" verdict={{ kind: 'plain' }} />)
    expect(container.querySelector('svg, kbd')).toBeNull()
  })
})
