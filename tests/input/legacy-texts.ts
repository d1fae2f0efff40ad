/** A made-up report of a town council in many languages: charset, text. */
export const LEGACY_TEXTS: readonly (readonly [encoding: string, text: string])[] = [
  [
    "windows-1251",
    "Городской совет Заречья утвердил бюджет на следующий год. По словам мэра Ирины Соколовой, «главное — школы и дороги». Депутаты спорили почти три часа, но проект поддержали двадцать семь человек.",
  ],
  [
    "koi8-r",
    "Городской совет Заречья утвердил бюджет на следующий год. По словам мэра Ирины Соколовой, главное - школы и дороги. Депутаты спорили почти три часа, но проект поддержали двадцать семь человек.",
  ],
  [
    "iso-8859-5",
    "Городской совет Заречья утвердил бюджет на следующий год. По словам мэра Ирины Соколовой, главное - школы и дороги. Депутаты спорили почти три часа, но проект поддержали двадцать семь человек.",
  ],
  [
    "windows-1252",
    "Le conseil municipal a adopté le budget de l’année prochaine. « L’école et la voirie d’abord », a déclaré la maire Hélène Béranger, qui espère réduire les dépenses à Noël.",
  ],
  [
    "windows-1252",
    "Der Gemeinderat hat gestern den Haushalt für das nächste Jahr beschlossen. „Schulen und Straßen sind das Wichtigste“, sagte Bürgermeisterin Käthe Grünwald.",
  ],
  [
    "windows-1252",
    "The council passed next year’s budget on Friday. “Schools and roads come first,” said the mayor – a former teacher – and the members argued for almost three hours.",
  ],
  [
    "windows-1252",
    "El ayuntamiento aprobó ayer el presupuesto del próximo año. Las escuelas y los caminos son lo más importante, dijo la alcaldesa Inés Muñoz. ¿Y el río?",
  ],
  [
    "iso-8859-2",
    "Rada miasta przyjęła wczoraj budżet na przyszły rok. Najważniejsze są szkoły i drogi, powiedziała burmistrz Łucja Zielińska. Głosowało dwudziestu siedmiu radnych, którzy dyskutowali prawie trzy godziny.",
  ],
  [
    "windows-1250",
    "Městská rada včera schválila rozpočet na příští rok. „Nejdůležitější jsou školy a silnice,“ řekla starostka Lucie Zelenková. Zastupitelé se dohadovali téměř tři hodiny.",
  ],
  [
    "shift_jis",
    "市議会は来年度の予算案を賛成多数で可決した。市長の緑川はるかさんは「学校と道路を最も大切にしたい」と話した。議員たちはおよそ三時間にわたって議論を続けた。",
  ],
  [
    "euc-jp",
    "市議会は来年度の予算案を賛成多数で可決した。市長の緑川はるかさんは「学校と道路を最も大切にしたい」と話した。議員たちはおよそ三時間にわたって議論を続けた。",
  ],
  [
    "gb18030",
    "市议会昨天通过了明年的预算案。市长林晓月说:“学校和道路是最重要的。”议员们讨论了将近三个小时，最后有二十七人投了赞成票。",
  ],
  [
    "big5",
    "市議會昨天通過了明年的預算案。市長林曉月說：「學校和道路是最重要的。」議員們討論了將近三個小時，最後有二十七人投了贊成票。",
  ],
  [
    "euc-kr",
    '시의회는 어제 내년도 예산안을 통과시켰다. 김하늘 시장은 "학교와 도로가 가장 중요하다"고 말했다. 의원들은 세 시간 가까이 토론했고 스물일곱 명이 찬성했다.',
  ],
  [
    "windows-1254",
    "Belediye meclisi dün gelecek yılın bütçesini onayladı. Başkan Gülşen Yıldız, “okullar ve yollar önce gelir” dedi. Üyeler yaklaşık üç saat tartıştı.",
  ],
  [
    "windows-1256",
    "وافق مجلس المدينة أمس على ميزانية العام المقبل. وقالت رئيسة البلدية ليلى الزهراء إن المدارس والطرق هي الأهم. وناقش الأعضاء المشروع ثلاث ساعات.",
  ],
  [
    "windows-874",
    "สภาเมืองอนุมัติงบประมาณปีหน้าเมื่อวานนี้ นายกเทศมนตรีกล่าวว่าโรงเรียนและถนนสำคัญที่สุด สมาชิกอภิปรายนานเกือบสามชั่วโมง",
  ],
  [
    "windows-1257",
    "Vilniaus rajono taryba vakar patvirtino kitų metų biudžetą. Svarbiausia yra mokyklos ir keliai, sakė merė. Nariai diskutavo beveik tris valandas, o už projektą balsavo dvidešimt septyni žmonės.",
  ],
  [
    "iso-8859-7",
    "Το δημοτικό συμβούλιο ενέκρινε χθες τον προϋπολογισμό του επόμενου έτους. Τα σχολεία και οι δρόμοι είναι το πιο σημαντικό, είπε η δήμαρχος.",
  ],
  [
    "iso-8859-8",
    "מועצת העיר אישרה אתמול את תקציב השנה הבאה. ראש העיר נועה ברק אמרה כי בתי הספר והכבישים הם הדבר החשוב ביותר.",
  ],
];
