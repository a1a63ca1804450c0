'use server'

import { redirect } from 'next/navigation'

/** The code that was typed on the first screen goes on into the address of the class; there it is read and checked. */
export async function goToClass(form: FormData): Promise<void> {
  const code = String(form.get('code') ?? '').trim()
  redirect(code ? `/join/${encodeURIComponent(code)}` : '/join')
}
