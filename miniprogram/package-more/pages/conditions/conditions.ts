import { screen, screenState } from '../../../behaviors/screen.ts'
import { askText, core } from '../../../wiring.ts'
import { isRefused, mended, wasKept } from '../../state-fact.ts'
import { childTexts } from '../../texts/child.ts'
import { allergensOf, conditionName, conditionsView, type ConditionsView } from './conditions.view.ts'

const MOST_LETTERS = 200

/** 过敏和病史: what the family was asked about, kept with each tap. */
Component({
  behaviors: [
    screen(
      (state, data) => conditionsView(state, String(data.child)),
      (language) => childTexts(language).titles.conditions,
    ),
  ],
  properties: { child: String },
  data: { view: {} as ConditionsView },
  methods: {
    said(code: string) {
      return core.family.get().conditions.find((one) => one.childId === this.data.child && one.code === code) ?? null
    },
    async onAnswer(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { code: string }>) {
      const { code } = event.currentTarget.dataset
      const said = this.said(code)
      const { value } = event.detail
      if (said && (await mended(said))) return
      if (value === 'never') {
        if (said) await wasKept(core.facts.remove(said))
        return
      }
      const present = value === 'yes'
      if (said?.present === present) return
      await this.state(code, present, said?.note ?? null)
    },
    async state(code: string, present: boolean, note: string | null) {
      const said = this.said(code)
      const content = { kind: 'condition', childId: this.data.child, code, present, note } as const
      await wasKept(said ? core.facts.edit(said, content) : core.facts.add(content))
    },
    async onAllergen({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const code = allergensOf(screenState(), this.data.child)[Number(detail.value)]
      if (code !== undefined) await this.state(`${code}_allergy`, true, null)
    },
    async onNote(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      const { code } = event.currentTarget.dataset
      const said = this.said(code)
      if (!said || (await isRefused())) return
      const { language } = screenState().preferences
      const words = childTexts(language)
      const title = words.noteTitle(conditionName(code, language, words))
      const text = await askText({ title, text: said.note ?? '', yes: words.save, no: words.no })
      if (text === null) return
      const note = text.trim().slice(0, MOST_LETTERS)
      await this.state(code, said.present, note === '' ? null : note)
    },
  },
})
