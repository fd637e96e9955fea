/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["open, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
status live=polite
alert live=assertive`;
/* end snapshot open, en */

snapshots["summary short, small, en"] = 
`text "Rate this article"
radiogroup "Rate this article" described by "(votes: 5, rating: 5)"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
text "(5 votes)"
status live=polite
alert live=assertive`;
/* end snapshot summary short, small, en */

snapshots["no votes yet, large, en"] = 
`text "Rate this article"
text "(no votes yet)"
radiogroup "Rate this article" described by "(no votes yet)"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
status live=polite
alert live=assertive`;
/* end snapshot no votes yet, large, en */

snapshots["ten stars, half a star at the end, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 7.5)"
radiogroup "Rate this article" described by "(votes: 27, rating: 7.5)"
  radio "1 star of 10"
  radio "2 stars of 10"
  radio "3 stars of 10"
  radio "4 stars of 10"
  radio "5 stars of 10"
  radio "6 stars of 10"
  radio "7 stars of 10"
  radio "8 stars of 10"
  radio "9 stars of 10"
  radio "10 stars of 10"
status live=polite
alert live=assertive`;
/* end snapshot ten stars, half a star at the end, en */

snapshots["results hidden, en"] = 
`text "Rate this article"
radiogroup "Rate this article"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
status live=polite
alert live=assertive`;
/* end snapshot results hidden, en */

snapshots["pointed at, with labels, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5 – Poor"
  radio "2 stars of 5 – Fair"
  radio "3 stars of 5 – Good"
  radio "4 stars of 5 – Very good"
  radio "5 stars of 5 – Excellent"
text "2 stars of 5 – Fair"
status live=polite
alert live=assertive`;
/* end snapshot pointed at, with labels, en */

snapshots["chosen by key, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5"
  radio "2 stars of 5" checked focused
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
text "Your choice: 2"
button "Submit rating"
status live=polite
alert live=assertive`;
/* end snapshot chosen by key, en */

snapshots["sending, en"] = 
`text "Rate this article"
text "(votes: 28, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 28, rating: 3.7)"
  radio "1 star of 5" disabled
  radio "2 stars of 5" disabled
  radio "3 stars of 5" disabled
  radio "4 stars of 5" checked disabled
  radio "5 stars of 5" disabled
text "Your vote: 4"
button "Remove my vote" disabled
status live=polite
alert live=assertive`;
/* end snapshot sending, en */

snapshots["voted, with histogram, en"] = 
`text "Rate this article"
text "(votes: 28, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 28, rating: 3.7)"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5" checked
  radio "5 stars of 5"
text "Your vote: 4"
button "Remove my vote"
status live=polite
  text "Thank you, your vote: 4 of 5. Average rating 3.7 of 5, 28 votes."
alert live=assertive
list
  listitem
    image "5 stars of 5"
    text "6 votes"
  listitem
    image "4 stars of 5"
    text "12 votes"
  listitem
    image "3 stars of 5"
    text "7 votes"
  listitem
    image "2 stars of 5"
    text "2 votes"
  listitem
    image "1 star of 5"
    text "1 vote"`;
/* end snapshot voted, with histogram, en */

snapshots["voted and final, en"] = 
`text "Article rating"
text "(votes: 28, rating: 3.6)"
image "Average rating 3.6 of 5, 28 votes. Your vote: 2. The vote is final."
text "Your vote: 2"
text "The vote is final."
status live=polite
  text "Thank you, your vote: 2 of 5. Average rating 3.6 of 5, 28 votes."
alert live=assertive`;
/* end snapshot voted and final, en */

snapshots["final, but may be taken back, en"] = 
`text "Article rating"
text "(votes: 28, rating: 3.7)"
image "Average rating 3.7 of 5, 28 votes. Your vote: 4. Remove my vote first."
text "Your vote: 4"
text "Remove my vote first."
button "Remove my vote"
status live=polite
  text "Thank you, your vote: 4 of 5. Average rating 3.7 of 5, 28 votes."
alert live=assertive`;
/* end snapshot final, but may be taken back, en */

snapshots["refused, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5"
  radio "2 stars of 5" checked
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
status live=polite
alert live=assertive
  text "Please sign in to vote."
  button "Try again"`;
/* end snapshot refused, en */

snapshots["kept on the device, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5"
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5" checked
status live=polite
alert live=assertive
  text "No connection."
  text "Your vote will be sent later."
  button "Send now"
  button "Discard"`;
/* end snapshot kept on the device, en */

snapshots["loading, with a fallback, en"] = 
`text "Rate this article"
text "(5 votes)"
image "Loading…"`;
/* end snapshot loading, with a fallback, en */

snapshots["not available, en"] = 
`text "Rate this article"
image "Article rating"
status live=polite
alert live=assertive
  text "The service is not available just now."
  button "Try again"`;
/* end snapshot not available, en */

snapshots["not open yet, en"] = 
`text "Article rating"
text "(no votes yet)"
image "(no votes yet) Voting has not started yet."
text "Voting has not started yet."
status live=polite
alert live=assertive`;
/* end snapshot not open yet, en */

snapshots["closed, en"] = 
`text "Article rating"
text "(votes: 27, rating: 3.7)"
image "Average rating 3.7 of 5, 27 votes. Voting is closed."
text "Voting is closed."
status live=polite
alert live=assertive`;
/* end snapshot closed, en */

snapshots["read-only, without a summary, en"] = 
`text "Article rating"
image "Average rating 3.7 of 5, 27 votes."
status live=polite
alert live=assertive`;
/* end snapshot read-only, without a summary, en */

snapshots["disabled, with a reason, en"] = 
`text "Article rating"
text "(votes: 27, rating: 3.7)"
image "Average rating 3.7 of 5, 27 votes. Sign in to vote."
text "Sign in to vote."
status live=polite
alert live=assertive`;
/* end snapshot disabled, with a reason, en */

snapshots["form control, required, en"] = 
`text "Rate this article"
radiogroup "Rate this article" required
  radio "1 star of 5 – Poor"
  radio "2 stars of 5 – Fair"
  radio "3 stars of 5 – Good"
  radio "4 stars of 5 – Very good"
  radio "5 stars of 5 – Excellent"`;
/* end snapshot form control, required, en */

snapshots["form control by half stars, en"] = 
`text "Your impression"
radiogroup "Your impression"
  radio "0.5 stars of 5"
  radio "1 star of 5"
  radio "1.5 stars of 5"
  radio "2 stars of 5"
  radio "2.5 stars of 5" checked
  radio "3 stars of 5"
  radio "3.5 stars of 5"
  radio "4 stars of 5"
  radio "4.5 stars of 5"
  radio "5 stars of 5"
button "Clear"`;
/* end snapshot form control by half stars, en */

snapshots["own symbols and colour, en"] = 
`text "Article rating"
image "3.3 stars of 5"`;
/* end snapshot own symbols and colour, en */

snapshots["with the focus of the keyboard, en"] = 
`text "Rate this article"
text "(votes: 27, rating: 3.7)"
radiogroup "Rate this article" described by "(votes: 27, rating: 3.7)"
  radio "1 star of 5" focused
  radio "2 stars of 5"
  radio "3 stars of 5"
  radio "4 stars of 5"
  radio "5 stars of 5"
status live=polite
alert live=assertive`;
/* end snapshot with the focus of the keyboard, en */

snapshots["open, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
status live=polite
alert live=assertive`;
/* end snapshot open, ru */

snapshots["summary short, small, ru"] = 
`text "Оцените статью"
radiogroup "Оцените статью" described by "(голосов: 5, оценка: 5)"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
text "(5 голосов)"
status live=polite
alert live=assertive`;
/* end snapshot summary short, small, ru */

snapshots["no votes yet, large, ru"] = 
`text "Оцените статью"
text "(голосов пока нет)"
radiogroup "Оцените статью" described by "(голосов пока нет)"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
status live=polite
alert live=assertive`;
/* end snapshot no votes yet, large, ru */

snapshots["ten stars, half a star at the end, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 7,5)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 7,5)"
  radio "1 звезда из 10"
  radio "2 звезды из 10"
  radio "3 звезды из 10"
  radio "4 звезды из 10"
  radio "5 звёзд из 10"
  radio "6 звёзд из 10"
  radio "7 звёзд из 10"
  radio "8 звёзд из 10"
  radio "9 звёзд из 10"
  radio "10 звёзд из 10"
status live=polite
alert live=assertive`;
/* end snapshot ten stars, half a star at the end, ru */

snapshots["results hidden, ru"] = 
`text "Оцените статью"
radiogroup "Оцените статью"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
status live=polite
alert live=assertive`;
/* end snapshot results hidden, ru */

snapshots["pointed at, with labels, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5 – Poor"
  radio "2 звезды из 5 – Fair"
  radio "3 звезды из 5 – Good"
  radio "4 звезды из 5 – Very good"
  radio "5 звёзд из 5 – Excellent"
text "2 звезды из 5 – Fair"
status live=polite
alert live=assertive`;
/* end snapshot pointed at, with labels, ru */

snapshots["chosen by key, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5"
  radio "2 звезды из 5" checked focused
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
text "Ваш выбор: 2"
button "Отправить оценку"
status live=polite
alert live=assertive`;
/* end snapshot chosen by key, ru */

snapshots["sending, ru"] = 
`text "Оцените статью"
text "(голосов: 28, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 28, оценка: 3,7)"
  radio "1 звезда из 5" disabled
  radio "2 звезды из 5" disabled
  radio "3 звезды из 5" disabled
  radio "4 звезды из 5" checked disabled
  radio "5 звёзд из 5" disabled
text "Ваша оценка: 4"
button "Снять мою оценку" disabled
status live=polite
alert live=assertive`;
/* end snapshot sending, ru */

snapshots["voted, with histogram, ru"] = 
`text "Оцените статью"
text "(голосов: 28, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 28, оценка: 3,7)"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5" checked
  radio "5 звёзд из 5"
text "Ваша оценка: 4"
button "Снять мою оценку"
status live=polite
  text "Спасибо, ваша оценка: 4 из 5. Средняя оценка 3,7 из 5, 28 голосов."
alert live=assertive
list
  listitem
    image "5 звёзд из 5"
    text "6 голосов"
  listitem
    image "4 звезды из 5"
    text "12 голосов"
  listitem
    image "3 звезды из 5"
    text "7 голосов"
  listitem
    image "2 звезды из 5"
    text "2 голоса"
  listitem
    image "1 звезда из 5"
    text "1 голос"`;
/* end snapshot voted, with histogram, ru */

snapshots["voted and final, ru"] = 
`text "Оценка статьи"
text "(голосов: 28, оценка: 3,6)"
image "Средняя оценка 3,6 из 5, 28 голосов. Ваша оценка: 2. Изменить оценку нельзя."
text "Ваша оценка: 2"
text "Изменить оценку нельзя."
status live=polite
  text "Спасибо, ваша оценка: 2 из 5. Средняя оценка 3,6 из 5, 28 голосов."
alert live=assertive`;
/* end snapshot voted and final, ru */

snapshots["final, but may be taken back, ru"] = 
`text "Оценка статьи"
text "(голосов: 28, оценка: 3,7)"
image "Средняя оценка 3,7 из 5, 28 голосов. Ваша оценка: 4. Сначала снимите оценку."
text "Ваша оценка: 4"
text "Сначала снимите оценку."
button "Снять мою оценку"
status live=polite
  text "Спасибо, ваша оценка: 4 из 5. Средняя оценка 3,7 из 5, 28 голосов."
alert live=assertive`;
/* end snapshot final, but may be taken back, ru */

snapshots["refused, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5"
  radio "2 звезды из 5" checked
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
status live=polite
alert live=assertive
  text "Войдите, чтобы проголосовать."
  button "Повторить"`;
/* end snapshot refused, ru */

snapshots["kept on the device, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5"
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5" checked
status live=polite
alert live=assertive
  text "Нет связи."
  text "Голос отправится позже."
  button "Отправить"
  button "Отменить"`;
/* end snapshot kept on the device, ru */

snapshots["loading, with a fallback, ru"] = 
`text "Оцените статью"
text "(5 votes)"
image "Загрузка…"`;
/* end snapshot loading, with a fallback, ru */

snapshots["not available, ru"] = 
`text "Оцените статью"
image "Оценка статьи"
status live=polite
alert live=assertive
  text "Сервис сейчас недоступен."
  button "Повторить"`;
/* end snapshot not available, ru */

snapshots["not open yet, ru"] = 
`text "Оценка статьи"
text "(голосов пока нет)"
image "(голосов пока нет) Голосование ещё не началось."
text "Голосование ещё не началось."
status live=polite
alert live=assertive`;
/* end snapshot not open yet, ru */

snapshots["closed, ru"] = 
`text "Оценка статьи"
text "(голосов: 27, оценка: 3,7)"
image "Средняя оценка 3,7 из 5, 27 голосов. Голосование завершено."
text "Голосование завершено."
status live=polite
alert live=assertive`;
/* end snapshot closed, ru */

snapshots["read-only, without a summary, ru"] = 
`text "Оценка статьи"
image "Средняя оценка 3,7 из 5, 27 голосов."
status live=polite
alert live=assertive`;
/* end snapshot read-only, without a summary, ru */

snapshots["disabled, with a reason, ru"] = 
`text "Оценка статьи"
text "(голосов: 27, оценка: 3,7)"
image "Средняя оценка 3,7 из 5, 27 голосов. Sign in to vote."
text "Sign in to vote."
status live=polite
alert live=assertive`;
/* end snapshot disabled, with a reason, ru */

snapshots["form control, required, ru"] = 
`text "Оцените статью"
radiogroup "Оцените статью" required
  radio "1 звезда из 5 – Poor"
  radio "2 звезды из 5 – Fair"
  radio "3 звезды из 5 – Good"
  radio "4 звезды из 5 – Very good"
  radio "5 звёзд из 5 – Excellent"`;
/* end snapshot form control, required, ru */

snapshots["form control by half stars, ru"] = 
`text "Your impression"
radiogroup "Your impression"
  radio "0,5 звезды из 5"
  radio "1 звезда из 5"
  radio "1,5 звезды из 5"
  radio "2 звезды из 5"
  radio "2,5 звезды из 5" checked
  radio "3 звезды из 5"
  radio "3,5 звезды из 5"
  radio "4 звезды из 5"
  radio "4,5 звезды из 5"
  radio "5 звёзд из 5"
button "Сбросить"`;
/* end snapshot form control by half stars, ru */

snapshots["own symbols and colour, ru"] = 
`text "Оценка статьи"
image "3,3 звезды из 5"`;
/* end snapshot own symbols and colour, ru */

snapshots["with the focus of the keyboard, ru"] = 
`text "Оцените статью"
text "(голосов: 27, оценка: 3,7)"
radiogroup "Оцените статью" described by "(голосов: 27, оценка: 3,7)"
  radio "1 звезда из 5" focused
  radio "2 звезды из 5"
  radio "3 звезды из 5"
  radio "4 звезды из 5"
  radio "5 звёзд из 5"
status live=polite
alert live=assertive`;
/* end snapshot with the focus of the keyboard, ru */

