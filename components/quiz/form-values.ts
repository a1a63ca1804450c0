/** The values of a question's fields, in their order: of typed answers named `text`, of others `answer`. */
export function valuesIn(form: FormData): readonly FormDataEntryValue[] {
  return form.getAll(form.get('asked') === 'text' ? 'text' : 'answer')
}
