/// <reference path="../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts" />

// WeChat's own descriptions of what its functions take. Imported from here one by one, so that the rest of
// WeChat's typings (wx, Page, its idea of a canvas) stay out of code that runs in a browser.
export type RequestOption = WechatMiniprogram.RequestOption
export type ConnectSocketOption = WechatMiniprogram.ConnectSocketOption
export type ShowModalOption = WechatMiniprogram.ShowModalOption
export type ShowActionSheetOption = WechatMiniprogram.ShowActionSheetOption
export type ShowToastOption = WechatMiniprogram.ShowToastOption
export type ShowLoadingOption = WechatMiniprogram.ShowLoadingOption
