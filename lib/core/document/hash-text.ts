import { hash } from 'node:crypto'

/** SHA-256 of the text in UTF-8, hexadecimal. Server only: kept apart so that a browser can import its neighbours. */
export function hashText(text: string): string {
  return hash('sha256', text, 'hex')
}
