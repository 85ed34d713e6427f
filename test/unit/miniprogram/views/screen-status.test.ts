import { waitingOf } from '../../../../miniprogram/views/screen-status.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

describe('a screen without a child', () => {
  it('has nothing to wait for once there is one', () => {
    expect(waitingOf(screenOf([], 3))).toBeNull()
  })

  it('waits while the first answer may still come', () => {
    expect(waitingOf(emptyScreen(3))?.status).toBe('loading')
    expect(waitingOf(emptyScreen(3, { family: { id: 'family' } }))?.status).toBe('loading')
  })

  it('is a guest’s where there is no family and nothing more will come', () => {
    expect(waitingOf(emptyScreen(3, { connection: { hasNetwork: false } }))?.status).toBe('guest')
    expect(waitingOf(emptyScreen(3, { connection: { problem: 'unauthenticated' } }))?.status).toBe('guest')
  })

  it('asks for a child where a whole family has none', () => {
    expect(waitingOf(emptyScreen(3, { family: { id: 'family', isWhole: true } }))?.status).toBe('no_child')
  })
})
