import { expect, test } from "vitest";
import { setApart } from "./set-apart.ts";

const room = { least: 20, from: 0, to: 100 };

test("marks that have room stay where they belong", () => {
  const places = [
    { x: 10, y: 50 },
    { x: 30, y: 50 },
    { x: 32, y: 90 },
  ];
  expect(setApart(places, room)).toEqual([10, 30, 32]);
});

test("marks on one place stand beside each other, the first where it belongs", () => {
  const here = { x: 50, y: 50 };
  expect(setApart([here, here, here], room)).toEqual([50, 70, 30]);
});

test("marks at an end of the room move inwards", () => {
  const places = [
    { x: 95, y: 50 },
    { x: 100, y: 52 },
  ];
  const [, second] = setApart(places, room) as [number, number];
  expect(second).toBe(60);
  expect(
    setApart(
      [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 0, y: 0 },
      ],
      room,
    ),
  ).toEqual([0, 20, 40]);
});

test("marks without any room stay where they belong", () => {
  const here = { x: 5, y: 5 };
  expect(setApart([here, here], { least: 20, from: 0, to: 10 })).toEqual([5, 5]);
});
