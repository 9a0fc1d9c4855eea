/** Passwords that people use most: words and keyboards, with the endings they add to them. Folded to lower case. */
const WORDS =
  `000000 111111 123123 12345 123456 1234567 12345678 123456789 1234567890 123qwe 1q2w3e4r 555555 654321 666666 696969 7777777 888888
  aa123456 abc123 access admin administrateur administrator agence agency alessandro amanda amazon amore andrea andrew android angel
  angels anthony apple arsenal ashley autumn azerty azertyuiop babygirl bailey barcelona baseball batman berlin blessed bonjour
  brother buster butterfly camille changeme charlie cheese chelsea chocolat chouchou ciao ciaociao client clients commercial
  computer cookie coucou crystal daniel default diamond donald doudou dragon escale facebook family father flower football forever
  forzanapoli forzaroma francesca francesco freedom friends george ginger giulia giuseppe golden google guest hannah harley heaven
  hello hello123 hockey holiday holidays hunter iloveyou instagram internet iphone italia jennifer jessica jesus jetaime jordan
  joshua juventus killer king kingdom letmein linkedin linux liverpool london loulou lovely lovers madrid manager manager1 marketing
  marseille martina master matrix matthew messi michael michelle milan minecraft monkey motdepasse mother mustang napoli naruto
  netflix nicolas nicole ninja oracle orange paris passw0rd password password1 password123 pepper pirate pokemon prince princess
  purple queen qwerty qwerty123 qwertyuiop rainbow ranger realmadrid robert roma ronaldo root samsung secret secret1 server sexy
  shadow silver sister soccer soleil spotify spring starwars stella summer sunshine superman sweety system temp temporary tesoro
  test tester testing thomas tigger toor travel traveler trustno1 twitter ubuntu user username utente utilisateur vacances vacanze
  valentina voyage voyages welcome whatever windows winter yellow youtube zaq12wsx zaq1zaq1`.split(/\s+/);
const ENDINGS = [
  "",
  "1",
  "12",
  "123",
  "1234",
  "12345",
  "123456",
  "!",
  "1!",
  "123!",
  "2020",
  "2021",
  "2022",
  "2023",
  "2024",
  "2025",
  "2026",
  "2027",
  "00",
  "01",
  "07",
  "69",
  "99",
];
const OTHERS =
  `00000000 0000000000 0987654321 11111111 1111111111 11223344 112233445566 12341234 123454321 1234qwer 1q2w3e4r5t 1qaz2wsx 22222222
  2222222222 33333333 3333333333 44444444 4444444444 55555555 5555555555 66666666 6666666666 77777777 7777777777 87654321 88888888
  8888888888 99999999 9999999999 a1b2c3d4 aaaaaaaa abcd1234 abcdefgh asdf1234 asdfasdf asdfghjk azertyui p@ssw0rd p@ssword passw0rd1
  qazwsxedc qsdfghjk qwer1234 qwertyui wxcvbnaze zaq1xsw2 zxcvbnm1`.split(/\s+/);

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  ...OTHERS,
  ...WORDS.flatMap((word) => ENDINGS.map((ending) => word + ending)),
]);
