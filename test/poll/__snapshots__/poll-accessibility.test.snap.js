/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["archive, en"] = 
`heading "Past polls"
  text "Past polls"
list
  listitem
    link "The ferry timetable"
      text "The ferry timetable"
    paragraph
      text "Voting closed on November 10, 2020 · 1 voter"
  listitem
    link "A tram to the airport"
      text "A tram to the airport"
    paragraph
      text "Voting closed on November 10, 2021 · 108 voters"
  listitem
    link "The name of the new bridge"
      text "The name of the new bridge"
    paragraph
      text "Voting closed on November 10, 2022 · 12,345 voters"
status live=polite
alert live=assertive
button "More polls"`;
/* end snapshot archive, en */

snapshots["open, en"] = 
`heading "The night train"
  text "The night train"
paragraph
  text "Voting closes in 3 days"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków"
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks."
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s"
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board"
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else"
    text "Something else"
  textbox "Please write your answer."
button "Vote"
button "Show results"
status live=polite
alert live=assertive`;
/* end snapshot open, en */

snapshots["one question, results hidden until the close, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków"
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
button "Vote"
paragraph
  text "Results will be shown after voting closes."
status live=polite
alert live=assertive`;
/* end snapshot one question, results hidden until the close, en */

snapshots["faults, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?" described by "Please choose an answer."
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  paragraph
    text "Please choose an answer."
  LabelText
    radio "Prague" focused
    text "Prague"
  LabelText
    radio "Kraków"
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2. Please write your answer."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  paragraph
    text "Please write your answer."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks." checked
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s" checked
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board"
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else" checked
    text "Something else"
  textbox "Please write your answer." invalid=true
button "Vote"
button "Show results"
status live=polite
alert live=assertive`;
/* end snapshot faults, en */

snapshots["sending, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków" checked
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks." checked
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s"
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board" checked
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else"
    text "Something else"
  textbox "Please write your answer."
button "Vote" disabled
button "Show results" disabled
status live=polite
alert live=assertive`;
/* end snapshot sending, en */

snapshots["results without a vote, en"] = 
`heading "The night train (results)" focused
  text "The night train"
  text "(results)"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
      text "Most votes"
      text "33 (31%)"
    listitem
      text "Kraków"
      text "30 (28%)"
    listitem
      text "Venice, with a through coach to Trieste"
      text "24 (22%)"
    listitem
      text "Lviv"
      text "21 (19%)"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      text "Most votes"
      text "61 (68%)"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
      text "Most votes"
      text "61 (68%)"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
      text "27 (30%)"
    listitem
      text "Something else"
      text "8 (9%)"
  paragraph
    text "90 voters = 100%"
    text "; several answers possible"
  paragraph
    text "Readers’ answers"
  list
    listitem
      text "Breakfast"
    listitem
      text "No change at the border"
paragraph
  text "108 voters"
button "Back to voting"
status live=polite
alert live=assertive`;
/* end snapshot results without a vote, en */

snapshots["voted, en"] = 
`heading "The night train (results)"
  text "The night train"
  text "(results)"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
      text "Most votes"
      text "33 (30%)"
    listitem
      text "Kraków"
      text "Your choice"
      text "31 (29%)"
    listitem
      text "Venice, with a through coach to Trieste"
      text "24 (22%)"
    listitem
      text "Lviv"
      text "21 (19%)"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      text "Most votes"
      text "Your choice"
      text "62 (68%)"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
      text "61 (67%)"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
      text "Your choice"
      text "28 (31%)"
    listitem
      text "Something else"
      text "8 (9%)"
  paragraph
    text "91 voters = 100%"
    text "; several answers possible"
  paragraph
    text "Readers’ answers"
  list
    listitem
      text "Breakfast"
    listitem
      text "No change at the border"
paragraph
  text "109 voters"
button "Change my vote"
button "Remove my vote"
status live=polite
  text "Your vote has been counted."
alert live=assertive`;
/* end snapshot voted, en */

snapshots["changing the vote, en"] = 
`heading "The night train" focused
  text "The night train"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków" checked
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks." checked
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s"
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board" checked
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else"
    text "Something else"
  textbox "Please write your answer."
button "Vote"
button "Keep my vote"
status live=polite
alert live=assertive`;
/* end snapshot changing the vote, en */

snapshots["recorded, results hidden, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
    listitem
      text "Kraków"
      text "Your choice"
    listitem
      text "Venice, with a through coach to Trieste"
    listitem
      text "Lviv"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
    listitem
      text "Something else"
paragraph
  text "The results are not published."
button "Change my vote"
button "Remove my vote"
status live=polite
  text "Your vote is recorded."
alert live=assertive`;
/* end snapshot recorded, results hidden, en */

snapshots["scheduled, en"] = 
`heading "The night train"
  text "The night train"
paragraph
  text "Voting opens in 2 days"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
    listitem
      text "Kraków"
    listitem
      text "Venice, with a through coach to Trieste"
    listitem
      text "Lviv"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
    listitem
      text "Something else"
status live=polite
alert live=assertive`;
/* end snapshot scheduled, en */

snapshots["closed, en"] = 
`heading "The night train (results)"
  text "The night train"
  text "(results)"
paragraph
  text "Voting closed on November 10, 2020"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
      text "Most votes"
      text "33 (31%)"
    listitem
      text "Kraków"
      text "30 (28%)"
    listitem
      text "Venice, with a through coach to Trieste"
      text "24 (22%)"
    listitem
      text "Lviv"
      text "21 (19%)"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      text "Most votes"
      text "61 (68%)"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
      text "Most votes"
      text "61 (68%)"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
      text "27 (30%)"
    listitem
      text "Something else"
      text "8 (9%)"
  paragraph
    text "90 voters = 100%"
    text "; several answers possible"
  paragraph
    text "Readers’ answers"
  list
    listitem
      text "Breakfast"
    listitem
      text "No change at the border"
paragraph
  text "108 voters"
status live=polite
alert live=assertive`;
/* end snapshot closed, en */

snapshots["closed, percentages only, by votes, en"] = 
`heading "The night train (results)"
  text "The night train"
  text "(results)"
paragraph
  text "Voting closed on November 10, 2020"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
      text "Most votes"
      text "31%"
    listitem
      text "Kraków"
      text "28%"
    listitem
      text "Venice, with a through coach to Trieste"
      text "22%"
    listitem
      text "Lviv"
      text "19%"
paragraph
  text "108 voters"
status live=polite
alert live=assertive`;
/* end snapshot closed, percentages only, by votes, en */

snapshots["loading, with a fallback, en"] = 
`paragraph
  text "This poll needs JavaScript."
status live=polite
alert live=assertive`;
/* end snapshot loading, with a fallback, en */

snapshots["not available, with a fallback, en"] = 
`paragraph
  text "This poll needs JavaScript."
status live=polite
alert live=assertive
  text "The service is not available just now."
  button "Try again"`;
/* end snapshot not available, with a fallback, en */

snapshots["removed, en"] = 
`status live=polite
alert live=assertive
  text "This is no longer available."`;
/* end snapshot removed, en */

snapshots["in the markup, where a count is none, en"] = 
`list
  listitem
    text "A quiet coach"
alert live=assertive
  text "The data could not be read."`;
/* end snapshot in the markup, where a count is none, en */

snapshots["kept on the device, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków" checked
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks." checked
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s"
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board" checked
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else"
    text "Something else"
  textbox "Please write your answer."
button "Vote"
button "Show results"
status live=polite
alert live=assertive
  text "The service is not available just now."
  text "Your vote will be sent later."
  button "Send now"
  button "Discard"`;
/* end snapshot kept on the device, en */

snapshots["an answer refused, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the first new night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the first new night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków" checked
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
group "2. What would make you take it? (optional)" described by "Choose at most 2. This answer was not accepted."
  Legend
    text "2"
    text ". "
    text "What would make you take it?"
    text " (optional)"
  paragraph
    text "Choose at most 2."
  paragraph
    text "This answer was not accepted."
  LabelText
    checkbox "A bed of my own" described by "A compartment for one, with a door that locks." checked
    text "A bed of my own"
  paragraph
    text "A compartment for one, with a door that locks."
  LabelText
    checkbox "A price below the plane’s"
    text "A price below the plane’s"
  LabelText
    checkbox "A bridge over a river A bicycle on board" checked
    image "A bridge over a river"
    text "A bicycle on board"
  LabelText
    checkbox "Something else"
    text "Something else"
  textbox "Please write your answer."
button "Vote"
button "Show results"
status live=polite
alert live=assertive
  text "This answer was not accepted."
  button "Try again"`;
/* end snapshot an answer refused, en */

snapshots["changed meanwhile, en"] = 
`heading "The night train"
  text "The night train"
group "1. Where should the second night train go?"
  Legend
    text "1"
    text ". "
    text "Where should the second night train go?"
  LabelText
    radio "Prague"
    text "Prague"
  LabelText
    radio "Kraków" checked
    text "Kraków"
  LabelText
    radio "Venice, with a through coach to Trieste"
    text "Venice, with a through coach to Trieste"
  LabelText
    radio "Lviv"
    text "Lviv"
button "Vote"
button "Show results"
status live=polite
alert live=assertive
  text "The poll has changed. Please check your answers and vote."`;
/* end snapshot changed meanwhile, en */

snapshots["removed while voting, en"] = 
`heading "The night train (results)"
  text "The night train"
  text "(results)"
group "1. Where should the first new night train go?"
  text "1"
  text ". "
  text "Where should the first new night train go?"
  list
    listitem
      text "Prague"
      text "Most votes"
      text "33 (31%)"
    listitem
      text "Kraków"
      text "30 (28%)"
    listitem
      text "Venice, with a through coach to Trieste"
      text "24 (22%)"
    listitem
      text "Lviv"
      text "21 (19%)"
group "2. What would make you take it?"
  text "2"
  text ". "
  text "What would make you take it?"
  list
    listitem
      text "A bed of my own"
      text "Most votes"
      text "61 (68%)"
      paragraph
        text "A compartment for one, with a door that locks."
    listitem
      text "A price below the plane’s"
      text "Most votes"
      text "61 (68%)"
    listitem
      image "A bridge over a river"
      text "A bicycle on board"
      text "27 (30%)"
    listitem
      text "Something else"
      text "8 (9%)"
  paragraph
    text "90 voters = 100%"
    text "; several answers possible"
  paragraph
    text "Readers’ answers"
  list
    listitem
      text "Breakfast"
    listitem
      text "No change at the border"
paragraph
  text "108 voters"
status live=polite
alert live=assertive
  text "This is no longer available."`;
/* end snapshot removed while voting, en */

snapshots["archive, ru"] = 
`heading "Прошедшие опросы"
  text "Прошедшие опросы"
list
  listitem
    link "Расписание парома"
      text "Расписание парома"
    paragraph
      text "Голосование завершилось 10 ноября 2020 г. · Проголосовал 1 человек"
  listitem
    link "Трамвай до аэропорта"
      text "Трамвай до аэропорта"
    paragraph
      text "Голосование завершилось 10 ноября 2021 г. · Проголосовали 108 человек"
  listitem
    link "Имя нового моста"
      text "Имя нового моста"
    paragraph
      text "Голосование завершилось 10 ноября 2022 г. · Проголосовали 12 345 человек"
status live=polite
alert live=assertive
button "Показать ещё"`;
/* end snapshot archive, ru */

snapshots["open, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
paragraph
  text "Голосование завершится через 3 дня"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков"
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается."
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта"
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда"
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё"
    text "Что-то ещё"
  textbox "Впишите свой ответ."
button "Проголосовать"
button "Показать результаты"
status live=polite
alert live=assertive`;
/* end snapshot open, ru */

snapshots["one question, results hidden until the close, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков"
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
button "Проголосовать"
paragraph
  text "Результаты появятся, когда голосование завершится."
status live=polite
alert live=assertive`;
/* end snapshot one question, results hidden until the close, ru */

snapshots["faults, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?" described by "Выберите ответ."
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  paragraph
    text "Выберите ответ."
  LabelText
    radio "В Прагу" focused
    text "В Прагу"
  LabelText
    radio "В Краков"
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2. Впишите свой ответ."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  paragraph
    text "Впишите свой ответ."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается." checked
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта" checked
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда"
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё" checked
    text "Что-то ещё"
  textbox "Впишите свой ответ." invalid=true
button "Проголосовать"
button "Показать результаты"
status live=polite
alert live=assertive`;
/* end snapshot faults, ru */

snapshots["sending, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков" checked
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается." checked
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта"
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда" checked
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё"
    text "Что-то ещё"
  textbox "Впишите свой ответ."
button "Проголосовать" disabled
button "Показать результаты" disabled
status live=polite
alert live=assertive`;
/* end snapshot sending, ru */

snapshots["results without a vote, ru"] = 
`heading "Ночной поезд (результаты)" focused
  text "Ночной поезд"
  text "(результаты)"
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
      text "Больше всего голосов"
      text "33 (31%)"
    listitem
      text "В Краков"
      text "30 (28%)"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
      text "24 (22%)"
    listitem
      text "Во Львов"
      text "21 (19%)"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      text "Больше всего голосов"
      text "61 (68%)"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
      text "Больше всего голосов"
      text "61 (68%)"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
      text "27 (30%)"
    listitem
      text "Что-то ещё"
      text "8 (9%)"
  paragraph
    text "Ответивших: 90 (это 100%)"
    text "; можно выбрать несколько ответов"
  paragraph
    text "Ответы читателей"
  list
    listitem
      text "Завтрак"
    listitem
      text "Без пересадки на границе"
paragraph
  text "Проголосовали 108 человек"
button "Вернуться к голосованию"
status live=polite
alert live=assertive`;
/* end snapshot results without a vote, ru */

snapshots["voted, ru"] = 
`heading "Ночной поезд (результаты)"
  text "Ночной поезд"
  text "(результаты)"
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
      text "Больше всего голосов"
      text "33 (30%)"
    listitem
      text "В Краков"
      text "Ваш выбор"
      text "31 (29%)"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
      text "24 (22%)"
    listitem
      text "Во Львов"
      text "21 (19%)"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      text "Больше всего голосов"
      text "Ваш выбор"
      text "62 (68%)"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
      text "61 (67%)"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
      text "Ваш выбор"
      text "28 (31%)"
    listitem
      text "Что-то ещё"
      text "8 (9%)"
  paragraph
    text "Ответивших: 91 (это 100%)"
    text "; можно выбрать несколько ответов"
  paragraph
    text "Ответы читателей"
  list
    listitem
      text "Завтрак"
    listitem
      text "Без пересадки на границе"
paragraph
  text "Проголосовали 109 человек"
button "Изменить голос"
button "Отозвать голос"
status live=polite
  text "Ваш голос учтён."
alert live=assertive`;
/* end snapshot voted, ru */

snapshots["changing the vote, ru"] = 
`heading "Ночной поезд" focused
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков" checked
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается." checked
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта"
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда" checked
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё"
    text "Что-то ещё"
  textbox "Впишите свой ответ."
button "Проголосовать"
button "Оставить как есть"
status live=polite
alert live=assertive`;
/* end snapshot changing the vote, ru */

snapshots["recorded, results hidden, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
    listitem
      text "В Краков"
      text "Ваш выбор"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
    listitem
      text "Во Львов"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
    listitem
      text "Что-то ещё"
paragraph
  text "Результаты не публикуются."
button "Изменить голос"
button "Отозвать голос"
status live=polite
  text "Ваш голос записан."
alert live=assertive`;
/* end snapshot recorded, results hidden, ru */

snapshots["scheduled, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
paragraph
  text "Голосование начнётся через 2 дня"
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
    listitem
      text "В Краков"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
    listitem
      text "Во Львов"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
    listitem
      text "Что-то ещё"
status live=polite
alert live=assertive`;
/* end snapshot scheduled, ru */

snapshots["closed, ru"] = 
`heading "Ночной поезд (результаты)"
  text "Ночной поезд"
  text "(результаты)"
paragraph
  text "Голосование завершилось 10 ноября 2020 г."
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
      text "Больше всего голосов"
      text "33 (31%)"
    listitem
      text "В Краков"
      text "30 (28%)"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
      text "24 (22%)"
    listitem
      text "Во Львов"
      text "21 (19%)"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      text "Больше всего голосов"
      text "61 (68%)"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
      text "Больше всего голосов"
      text "61 (68%)"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
      text "27 (30%)"
    listitem
      text "Что-то ещё"
      text "8 (9%)"
  paragraph
    text "Ответивших: 90 (это 100%)"
    text "; можно выбрать несколько ответов"
  paragraph
    text "Ответы читателей"
  list
    listitem
      text "Завтрак"
    listitem
      text "Без пересадки на границе"
paragraph
  text "Проголосовали 108 человек"
status live=polite
alert live=assertive`;
/* end snapshot closed, ru */

snapshots["closed, percentages only, by votes, ru"] = 
`heading "Ночной поезд (результаты)"
  text "Ночной поезд"
  text "(результаты)"
paragraph
  text "Голосование завершилось 10 ноября 2020 г."
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
      text "Больше всего голосов"
      text "31%"
    listitem
      text "В Краков"
      text "28%"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
      text "22%"
    listitem
      text "Во Львов"
      text "19%"
paragraph
  text "Проголосовали 108 человек"
status live=polite
alert live=assertive`;
/* end snapshot closed, percentages only, by votes, ru */

snapshots["loading, with a fallback, ru"] = 
`paragraph
  text "Для этого опроса нужен JavaScript."
status live=polite
alert live=assertive`;
/* end snapshot loading, with a fallback, ru */

snapshots["not available, with a fallback, ru"] = 
`paragraph
  text "Для этого опроса нужен JavaScript."
status live=polite
alert live=assertive
  text "Сервис сейчас недоступен."
  button "Повторить"`;
/* end snapshot not available, with a fallback, ru */

snapshots["removed, ru"] = 
`status live=polite
alert live=assertive
  text "Материал больше не доступен."`;
/* end snapshot removed, ru */

snapshots["in the markup, where a count is none, ru"] = 
`list
  listitem
    text "Тихий вагон"
alert live=assertive
  text "Данные не удалось прочитать."`;
/* end snapshot in the markup, where a count is none, ru */

snapshots["kept on the device, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков" checked
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается." checked
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта"
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда" checked
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё"
    text "Что-то ещё"
  textbox "Впишите свой ответ."
button "Проголосовать"
button "Показать результаты"
status live=polite
alert live=assertive
  text "Сервис сейчас недоступен."
  text "Голос отправится позже."
  button "Отправить"
  button "Отменить"`;
/* end snapshot kept on the device, ru */

snapshots["an answer refused, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти первый новый ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти первый новый ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков" checked
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
group "2. Что убедило бы вас поехать на нём? (необязательно)" described by "Выберите не больше 2. Этот ответ не принят."
  Legend
    text "2"
    text ". "
    text "Что убедило бы вас поехать на нём?"
    text " (необязательно)"
  paragraph
    text "Выберите не больше 2."
  paragraph
    text "Этот ответ не принят."
  LabelText
    checkbox "Отдельное место" described by "Купе на одного с дверью, которая запирается." checked
    text "Отдельное место"
  paragraph
    text "Купе на одного с дверью, которая запирается."
  LabelText
    checkbox "Цена ниже, чем у самолёта"
    text "Цена ниже, чем у самолёта"
  LabelText
    checkbox "Мост через реку Место для велосипеда" checked
    image "Мост через реку"
    text "Место для велосипеда"
  LabelText
    checkbox "Что-то ещё"
    text "Что-то ещё"
  textbox "Впишите свой ответ."
button "Проголосовать"
button "Показать результаты"
status live=polite
alert live=assertive
  text "Этот ответ не принят."
  button "Повторить"`;
/* end snapshot an answer refused, ru */

snapshots["changed meanwhile, ru"] = 
`heading "Ночной поезд"
  text "Ночной поезд"
group "1. Куда должен пойти второй ночной поезд?"
  Legend
    text "1"
    text ". "
    text "Куда должен пойти второй ночной поезд?"
  LabelText
    radio "В Прагу"
    text "В Прагу"
  LabelText
    radio "В Краков" checked
    text "В Краков"
  LabelText
    radio "В Венецию, с прямым вагоном до Триеста"
    text "В Венецию, с прямым вагоном до Триеста"
  LabelText
    radio "Во Львов"
    text "Во Львов"
button "Проголосовать"
button "Показать результаты"
status live=polite
alert live=assertive
  text "Опрос изменился. Проверьте ответы и проголосуйте."`;
/* end snapshot changed meanwhile, ru */

snapshots["removed while voting, ru"] = 
`heading "Ночной поезд (результаты)"
  text "Ночной поезд"
  text "(результаты)"
group "1. Куда должен пойти первый новый ночной поезд?"
  text "1"
  text ". "
  text "Куда должен пойти первый новый ночной поезд?"
  list
    listitem
      text "В Прагу"
      text "Больше всего голосов"
      text "33 (31%)"
    listitem
      text "В Краков"
      text "30 (28%)"
    listitem
      text "В Венецию, с прямым вагоном до Триеста"
      text "24 (22%)"
    listitem
      text "Во Львов"
      text "21 (19%)"
group "2. Что убедило бы вас поехать на нём?"
  text "2"
  text ". "
  text "Что убедило бы вас поехать на нём?"
  list
    listitem
      text "Отдельное место"
      text "Больше всего голосов"
      text "61 (68%)"
      paragraph
        text "Купе на одного с дверью, которая запирается."
    listitem
      text "Цена ниже, чем у самолёта"
      text "Больше всего голосов"
      text "61 (68%)"
    listitem
      image "Мост через реку"
      text "Место для велосипеда"
      text "27 (30%)"
    listitem
      text "Что-то ещё"
      text "8 (9%)"
  paragraph
    text "Ответивших: 90 (это 100%)"
    text "; можно выбрать несколько ответов"
  paragraph
    text "Ответы читателей"
  list
    listitem
      text "Завтрак"
    listitem
      text "Без пересадки на границе"
paragraph
  text "Проголосовали 108 человек"
status live=polite
alert live=assertive
  text "Материал больше не доступен."`;
/* end snapshot removed while voting, ru */

