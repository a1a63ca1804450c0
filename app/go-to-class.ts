'use server'

import { redirect } from 'next/navigation'

/** Opens the join page with the code that was typed on the first screen; that page checks it. */
export async function goToClass(form: FormData): Promise<void> {
  const code = String(form.get('code') ?? '').trim()
  redirect(code ? `/join/${encodeURIComponent(code)}` : '/join')
}
