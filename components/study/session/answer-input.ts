import { FRONT_FORM } from '../card/card-front'

/** The answer input. Null if the card has options, shows its answer, or is being edited. */
export function answerInput(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`#${FRONT_FORM} input#typed`)
}

/** An answer or an edit is being typed, or a dialog or menu is open. */
export function isBusy(): boolean {
  const open = document.querySelector('[role=dialog], [role=menu], main textarea')
  return (answerInput()?.value ?? '') !== '' || open !== null
}
