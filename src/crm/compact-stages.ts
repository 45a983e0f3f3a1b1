/** Names of stages in scripts that put no space between words: Chinese, Japanese, Korean. */

const one = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

const BEFORE = one('已 已经 结束 关闭 關閉 商机 商機 项目 項目 订单 客户 商談 案件 新規 クローズ 영업 계약 거래 딜');
const BEHIND = one('了 关闭 關閉 结束 客户 商机 商機 订单 项目 済 済み 完了 確定 案件 商談 クローズ 완료 확정 됨');
const WON = one('赢单 贏單 赢得 成交 成单 成單 中标 得标 赢 贏 受注 成約 商談成立 成立 수주 성사 수주성공 계약성공');
const LOST = one(
  '输单 輸單 丢单 丟單 失单 失單 战败 戰敗 流失 落标 未中标 输掉 失败 失敗 输 失注 見送り 見送 不成立 破談 敗注 실주 수주실패 계약실패 패주',
);
const IS_WON = new RegExp(`^${BEFORE}?${WON}${BEHIND}*$`, 'u');
const IS_LOST = new RegExp(`^${BEFORE}?${LOST}${BEHIND}*$`, 'u');
/** Names that hold such a word: what they mean must be said, unless they speak of what may be. */
const HOLDS =
  /赢单|贏單|成交|成单|输单|輸單|丢单|丟單|失单|战败|受注|失注|成約|見送|수주|실주|계약완료|계약체결|판매완료/u;
const MAY_BE =
  /見込|予定|確度|可能|预计|預計|预测|概率|角度|分析|跟进|推进|即将|待|前|検討|準備|예정|예상|가능|대기|검토|率/u;

/** What a name without spaces says; undefined where it holds none of these words. */
export function readCompact(key: string): 'won' | 'lost' | 'ended' | undefined {
  if (!/[\u3040-\u9fff\uac00-\ud7af]/u.test(key)) return undefined;
  const name = key.replaceAll(' ', '');
  if (IS_WON.test(name)) return 'won';
  if (IS_LOST.test(name)) return 'lost';
  return HOLDS.test(name) && !MAY_BE.test(name) ? 'ended' : undefined;
}
