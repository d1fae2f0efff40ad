import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/article/language.js";

const TEXTS: Readonly<Record<string, string>> = {
  en: "The harbour was closed on Friday because the storm had damaged the pier, and the ferry that should have left at noon was still in the port when we came back in the evening.",
  de: "Der Hafen wurde am Freitag gesperrt, weil der Sturm die Mole beschädigt hatte, und die Fähre lag noch am Abend an ihrem Platz, als wir aus der Stadt zurück zu dem alten Kai kamen.",
  fr: "Le port a été fermé vendredi parce que la tempête avait endommagé la jetée, et le bac qui devait partir à midi était encore à quai quand nous sommes revenus dans la soirée.",
  es: "El puerto se cerró el viernes porque la tormenta había dañado el muelle, y el barco que tenía que salir al mediodía seguía en el puerto cuando volvimos por la tarde.",
  ru: "Порт закрыли в пятницу, потому что шторм повредил причал, и паром, который должен был уйти в полдень, вечером всё ещё стоял у берега.",
  da: "Havnen blev lukket fredag, fordi stormen havde ødelagt molen, og færgen, der skulle være sejlet ved middagstid, lå der stadig om aftenen.",
  no: "Havnen ble stengt på fredag fordi stormen hadde ødelagt moloen, og fergen som skulle ha gått klokken tolv, lå der fremdeles om kvelden.",
  sv: "Hamnen stängdes på fredagen eftersom stormen hade förstört piren, och färjan som skulle ha gått vid lunchtid låg kvar på kvällen.",
  fi: "Satama suljettiin perjantaina, koska myrsky oli vaurioittanut laituria, ja lautta oli illalla yhä rannassa.",
  ja: "嵐で桟橋が壊れたため、港は金曜日に閉鎖された。正午に出るはずだった船は夕方になってもまだ港にいた。",
  zh: "风暴损坏了码头，港口于周五关闭。原定中午出发的渡轮到晚上仍停在港内。",
  ko: "폭풍으로 부두가 부서져 금요일에 항구가 폐쇄되었다. 정오에 떠나야 했던 배는 저녁까지 항구에 있었다.",
  ar: "أغلق الميناء يوم الجمعة لأن العاصفة ألحقت أضرارا بالرصيف، وبقيت العبارة في مكانها حتى المساء.",
  hi: "तूफान से घाट टूट जाने के कारण शुक्रवार को बंदरगाह बंद कर दिया गया और नाव शाम तक वहीं खड़ी रही।",
  el: "Το λιμάνι έκλεισε την Παρασκευή επειδή η καταιγίδα έκανε ζημιές στην προβλήτα και το πλοίο έμεινε εκεί.",
  ca: "El port es va tancar divendres perquè la tempesta havia fet malbé el moll, i el vaixell que havia de sortir al migdia encara hi era al vespre amb els seus passatgers.",
};

it.each(Object.entries(TEXTS))("%s", (language, text) => {
  expect(languageOf(text, null)).toBe(language);
});

describe("too little text", () => {
  it.each(["", "   ", "2024", "+++", "Ok", "Storm"])("%j tells nothing", (text) => {
    expect(languageOf(text, null)).toBeNull();
  });

  it("is in the language of the document's locale", () => {
    expect(languageOf("Storm", "sv")).toBe("sv");
  });

  it("is in none when there is no letter", () => {
    expect(languageOf("2024", "en")).toBeNull();
  });
});

it("does not believe a locale against a text", () => {
  expect(languageOf(TEXTS.en ?? "", "pt")).toBe("en");
});

it("reads the start of a long text alone", () => {
  expect(languageOf(`${TEXTS.de} `.repeat(50_000), null)).toBe("de");
});
