/** Copies a text, where the browser lets it: over plain http many refuse. Then the text is to be selected. */
export async function copyText(text: string): Promise<'copied' | 'select'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'select'
  }
}
