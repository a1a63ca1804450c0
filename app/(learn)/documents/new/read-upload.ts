import 'server-only'
import { z } from 'zod'

const Fields = z.object({ title: z.string().catch(''), text: z.string().catch('') })

/** What the form of New document sends. A chosen file comes before the text; browsers send an empty one for none. */
export async function readUpload(form: FormData) {
  const kept = Fields.parse({ title: form.get('title'), text: form.get('text') })
  const file = form.get('file')
  const chosen = file instanceof File && file.name !== '' ? file : null
  const content = chosen ? new Uint8Array(await chosen.arrayBuffer()) : kept.text
  return { input: { title: kept.title, content, fileName: chosen?.name ?? null }, kept }
}
