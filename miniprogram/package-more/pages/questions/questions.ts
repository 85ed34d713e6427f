import type { Question, YesNoUnknown } from '../../../../shared/record/entry.ts'
import { formatStamp } from '../../../../shared/time/instant.ts'
import { screen, screenState } from '../../../behaviors/screen.ts'
import { child, clock, core, knock, phoneOffsetMinutes, tell } from '../../../wiring.ts'
import { questionsView, type QuestionsView } from './questions.view.ts'

/** The fourteen questions on one page: a tap answers one, and it is logged. */
Component({
  behaviors: [screen(questionsView)],
  data: { view: {} as QuestionsView },
  methods: {
    onAnswer(event: WechatMiniprogram.CustomEvent<{ value: YesNoUnknown }, object, { id: Question }>) {
      const current = child.get()
      if (!current) return
      const at = formatStamp({ at: clock.now(), offsetMinutes: phoneOffsetMinutes(clock.now()) })
      const { id: question } = event.currentTarget.dataset
      const logged = core.entries.log(current.child.id, { kind: 'answer', at, question, value: event.detail.value })
      if (logged.ok) {
        knock()
        return
      }
      const { texts } = screenState()
      void tell({ title: texts.problemTitle, text: texts.problems[logged.problem], yes: texts.common.close })
    },
  },
})
